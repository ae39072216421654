using GenerativeCourse.Cli.Testing;

namespace GenerativeCourse.Cli.Tests;

public sealed class TestMessagesTests
{
    const string Start = """{"$type":"test-starting","TestUniqueID":"1","TestDisplayName":"A.B.C"}""";

    [Fact]
    public void A_failure_tells_message_and_place_below_the_root()
    {
        var messages = new TestMessages("/home/course");
        Assert.Null(messages.Read(Start));
        var result = messages.Read("""
            {"$type":"test-failed","TestUniqueID":"1","ExceptionTypes":["Xunit.Sdk.EqualException","System.IO.IOException"],"Messages":["not equal","no disk"],
             "StackTraces":["   at Xunit.Assert.Equal() in /elsewhere/Assert.cs:line 1\n   at A.B.C() in /home/course/tests/B.cs:line 7",null],"Output":"printed\n"}
            """.ReplaceLineEndings(" "));
        Assert.Equal(new FinishedTest("A.B.C", TestOutcome.Failed, "not equal\nat A.B.C() in tests/B.cs:line 7\nSystem.IO.IOException: no disk\nits output:\nprinted"), result);
    }

    [Fact]
    public void A_test_runs_from_its_start_to_its_end()
    {
        var messages = new TestMessages("/");
        messages.Read(Start);
        Assert.Equal(["A.B.C"], messages.Running);
        Assert.Equal(new FinishedTest("A.B.C", TestOutcome.Skipped, "no GPU"), messages.Read("""{"$type":"test-skipped","TestUniqueID":"1","Reason":"no GPU"}"""));
        Assert.Empty(messages.Running);
    }

    [Theory]
    [InlineData("plain output of a test")]
    [InlineData("{not json")]
    [InlineData("""{"other":1}""")]
    public void Lines_that_are_no_messages_are_passed_over(string line) => Assert.Null(new TestMessages("/").Read(line));

    [Fact]
    public void The_end_of_the_assembly_is_seen()
    {
        var messages = new TestMessages("/");
        Assert.False(messages.IsFinished);
        messages.Read("""{"$type":"test-assembly-finished"}""");
        Assert.True(messages.IsFinished);
    }
}
