namespace GenerativeCourse.Notebooks.Kernel.Magics;

/// <summary>A magic command.</summary>
/// <param name="Name">What stands after <c>#!</c>.</param>
/// <param name="Help">One line for <c>#!lsmagic</c> and completion.</param>
/// <param name="Run">Does it, with the rest of the command's line.</param>
internal sealed record Magic(string Name, string Help, Action<MagicContext, MagicArguments> Run);
