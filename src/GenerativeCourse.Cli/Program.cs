using System.CommandLine;

return new RootCommand("The generative modelling course.").Parse(args).Invoke();
