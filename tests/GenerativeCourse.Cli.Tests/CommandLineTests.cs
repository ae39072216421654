using System.CommandLine;

namespace GenerativeCourse.Cli.Tests;

public sealed class CommandLineTests
{
    static (int Code, string Errors) Run(Command root, params string[] args)
    {
        var errors = new StringWriter();
        return (CommandLine.Run(root, args, errors), errors.ToString());
    }

    static Command Root(Func<int>? action = null)
    {
        var sub = new Command("test", "") { new Argument<string[]>("PROJECT") { Arity = ArgumentArity.ZeroOrMore }, new Option<bool>("--all") };
        sub.SetAction(_ => action?.Invoke() ?? 0);
        return new Command("course", "") { sub };
    }

    [Theory]
    [InlineData("tset", "course: there is no command tset; did you mean test? See `course --help`.")]
    [InlineData("zzzzzz", "course: there is no command zzzzzz. See `course --help`.")]
    [InlineData("test --al", "course: there is no option --al; did you mean --all? See `course test --help`.")]
    public void A_mistake_costs_one_line_and_code_2(string line, string said)
    {
        var (code, errors) = Run(Root(), line.Split(' '));
        Assert.Equal((2, said), (code, errors.TrimEnd()));
    }

    [Fact]
    public void What_follows_two_dashes_is_an_argument() => Assert.Equal((0, ""), Run(Root(), "test", "--", "--al"));

    [Fact]
    public void The_command_answers_the_exit_code() => Assert.Equal((7, ""), Run(Root(() => 7), "test"));

    [Fact]
    public void A_users_mistake_shows_its_message_alone() =>
        Assert.Equal((2, "course: no such thing" + Environment.NewLine), Run(Root(() => throw new UserException("no such thing")), "test"));
}
