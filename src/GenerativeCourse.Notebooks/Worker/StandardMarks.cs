using System.Text;

namespace GenerativeCourse.Notebooks.Worker;

/// <summary>Marks the end of a cell in standard output and error, so that the runner knows what native code and child processes wrote during it.</summary>
sealed class StandardMarks(string mark)
{
    /// <summary>Not in any text that is meant to be read.</summary>
    public const byte Fence = 0x1e;

    readonly byte[] bytes = [Fence, .. Encoding.ASCII.GetBytes(mark), Fence];
    readonly Stream standardOutput = Console.OpenStandardOutput();
    readonly Stream standardError = Console.OpenStandardError();

    public void Write()
    {
        NativeProcess.FlushNativeStreams();
        standardOutput.Write(bytes);
        standardError.Write(bytes);
    }
}
