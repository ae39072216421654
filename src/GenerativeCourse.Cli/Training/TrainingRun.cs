using System.Text.Json;
using GenerativeCourse.Cli.Running;
using GenerativeCourse.Evaluation;
using GenerativeCourse.Models;
using GenerativeCourse.Training;

namespace GenerativeCourse.Cli.Training;

/// <summary>One run of <c>course train</c>: where its files lie, and what it says.</summary>
static class TrainingRun
{
    static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Trains the model of that name, or names all where it is null.</summary>
    /// <exception cref="UserException">There is no such model, a checkpoint does not fit, or the loss was no number.</exception>
    public static async Task<int> Start(string? name, string profile, bool resume, long? steps, string precision, CancellationToken token)
    {
        if (name is null)
        {
            foreach (ITrainable model in Trainables.All)
                Console.WriteLine(FormattableString.Invariant($"{model.Name,-12} {model.About}; {model.Steps(Profile.Quick)} steps quick, {model.Steps(Profile.Full)} full"));
            return 0;
        }
        ITrainable trainable = Trainables.All.FirstOrDefault(model => model.Name == name)
            ?? throw new UserException($"there is no model {name} to train; `course train --list` names them: {string.Join(", ", Trainables.All.Select(model => model.Name))}");
        var folder = CourseFolder.Find();
        bool full = profile == "full";
        string runs = folder["out", "train"], weights = full ? folder["datasets", "weights", $"{trainable.WeightsName}.safetensors"] : Path.Combine(runs, $"{trainable.WeightsName}-quick.safetensors");
        Directory.CreateDirectory(runs);
        Directory.CreateDirectory(Path.GetDirectoryName(weights)!);
        string checkpoint = Path.Combine(runs, $"{trainable.WeightsName}-{profile}.checkpoint");
        if (resume && !File.Exists(checkpoint))
            throw new UserException($"there is no run of {name} to resume: {checkpoint} is not there; leave --resume out");
        try
        {
            TrainedModel trained = trainable.Train(
                new TrainingRequest(full ? Profile.Full : Profile.Quick, checkpoint, weights)
                {
                    Resume = resume,
                    Steps = steps,
                    Precision = precision == "fp32" ? Precision.Float32 : Precision.BFloat16,
                    Display = TrainingDisplays.Terminal(),
                    Say = Console.Error.WriteLine,
                }, token);
            await File.WriteAllTextAsync(Path.Combine(runs, $"{trainable.WeightsName}-{profile}.json"), JsonSerializer.Serialize(trained, Indented), token);
            if (full)
                await ResultRecording.Record(folder, [trained.ToRow(Path.GetFileName(weights))], _ => false, token);
            Console.WriteLine(FormattableString.Invariant(
                $"{trained.Metric} {trained.Value:F2} +- {trained.StandardError:F2} {trained.Unit} ({trained.Bound}, {trained.Images} test images); {trained.Parameters} parameters; {trained.Seconds / 60:F1} min; {weights}"));
            return 0;
        }
        catch (OperationCanceledException) when (File.Exists(checkpoint))
        {
            Console.Error.WriteLine($"course: stopped; `course train {name} --profile {profile} --resume` goes on from {checkpoint}");
            return 130;
        }
        catch (Exception mistake) when (mistake is InvalidDataException or TrainingStoppedException or ResultException)
        {
            throw new UserException(mistake.Message);
        }
    }
}
