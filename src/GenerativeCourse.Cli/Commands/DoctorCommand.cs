using System.CommandLine;
using System.Text.Json;
using GenerativeCourse.Cli.Doctor;

namespace GenerativeCourse.Cli.Commands;

/// <summary><c>course doctor</c>: says what the course finds on this machine, what not, and what to do about it.</summary>
public static class DoctorCommand
{
    /// <summary>The hidden option under which the doctor starts itself to try libtorch.</summary>
    public const string TorchTrial = "--torch-trial";

    /// <summary>The command as the user sees it.</summary>
    public static Command Create()
    {
        var trial = new Option<bool>(TorchTrial) { Hidden = true };
        var command = new Command("doctor", "Say what is found on this machine and what is not, and what to do about it.") { trial };
        command.SetAction((parsed, cancellation) => parsed.GetValue(trial) ? Task.FromResult(Try()) : Run(cancellation));
        return command;
    }

    static async Task<int> Run(CancellationToken cancellation)
    {
        var course = CourseFolder.Find();
        var findings = new List<Finding>();
        findings.AddRange(await DotNetCheck.Run(course, cancellation));
        findings.AddRange(await CompilerCheck.Run(cancellation));
        findings.AddRange(await TorchCheck.Run(cancellation));
        findings.AddRange(await CudaCheck.Run(cancellation));
        findings.AddRange(MachineCheck.Run());
        findings.AddRange(DataCheck.Run(course));
        findings.AddRange(JupyterCheck.Run());
        return DoctorReport.Write(findings, Console.Out) ? 0 : 1;
    }

    static int Try()
    {
        try
        {
            Console.WriteLine(JsonSerializer.Serialize(Doctor.TorchTrial.Run()));
            return 0;
        }
        catch (Exception error)
        {
            Console.Error.WriteLine((error.InnerException ?? error).Message.Split('\n')[0]);
            return 1;
        }
    }
}
