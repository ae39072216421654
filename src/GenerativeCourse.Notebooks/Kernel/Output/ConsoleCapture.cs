using System.Text;

namespace GenerativeCourse.Notebooks.Kernel.Output;

/// <summary>Turns what is written to <see cref="Console"/>, on whatever thread, into the kernel's streams until disposed.</summary>
internal sealed class ConsoleCapture : IDisposable
{
    readonly TextWriter standardOutput = Console.Out;
    readonly TextWriter standardError = Console.Error;

    public ConsoleCapture(OutputGate gate, Func<string?> readLine)
    {
        Console.SetIn(TextReader.Synchronized(new InputReader(readLine)));
        Console.SetOut(new GateWriter(gate, "stdout"));
        Console.SetError(new GateWriter(gate, "stderr"));
    }

    public void Dispose()
    {
        Console.SetIn(new StreamReader(Console.OpenStandardInput()));
        Console.SetOut(standardOutput);
        Console.SetError(standardError);
    }

    sealed class GateWriter(OutputGate gate, string name) : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => gate.Write(name, new ReadOnlySpan<char>(in value));

        public override void Write(char[] buffer, int index, int count) => gate.Write(name, buffer.AsSpan(index, count));

        public override void Write(ReadOnlySpan<char> buffer) => gate.Write(name, buffer);

        public override void Write(string? value) => gate.Write(name, value);

        public override void WriteLine(string? value) => gate.Write(name, value + "\n");

        public override void WriteLine() => gate.Write(name, "\n");

        // Otherwise a flush is a message a line; the gate sends in time by itself.
        public override void Flush()
        {
        }
    }
}
