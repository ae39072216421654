using System.CommandLine;
using System.Globalization;
using GenerativeCourse.Cli.Training;

namespace GenerativeCourse.Cli.Commands;

/// <summary><c>course train</c>: trains a model of the course and stores its weights.</summary>
public static class TrainCommand
{
    /// <summary>The command as the user sees it.</summary>
    public static Command Create()
    {
        var name = new Argument<string?>("MODEL") { Description = "The model, by its name in --list.", Arity = ArgumentArity.ZeroOrOne };
        var list = new Option<bool>("--list") { Description = "Name the models that can be trained." };
        var profile = new Option<string?>("--profile") { Description = "quick: a small model in a minute or two, as without; full: the one that the course reports.", HelpName = "quick|full" }
            .AcceptOnly(word => word is "quick" or "full", "is quick or full");
        profile.CompletionSources.Add("quick", "full");
        var resume = new Option<bool>("--resume") { Description = "Go on from the checkpoint of a run that was broken off." };
        var steps = new Option<string?>("--steps") { Description = "Optimiser steps in all; the profile's without.", HelpName = "N" }
            .AcceptOnly(word => Steps(word) is not null, "wants a whole number from 1");
        var precision = new Option<string?>("--precision") { Description = "bf16, as without, or fp32.", HelpName = "bf16|fp32" }
            .AcceptOnly(word => word is "bf16" or "fp32", "is bf16 or fp32");
        var command = new Command("train", "Train a model of the course, store its weights, and measure it.") { name, list, profile, resume, steps, precision };
        // On another thread: Ctrl-C is listened to only once the action has given its task back.
        command.SetAction((parsed, cancellation) => Task.Run(() => TrainingRun.Start(
            parsed.GetValue(list) ? null : parsed.GetValue(name) ?? throw new UserException("which model? `course train --list` names them"),
            parsed.GetValue(profile) ?? "quick", parsed.GetValue(resume), parsed.GetValue(steps) is { } word ? Steps(word) : null, parsed.GetValue(precision) ?? "bf16", cancellation)));
        return command;
    }

    static long? Steps(string word) => long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out long steps) && steps >= 1 ? steps : null;
}
