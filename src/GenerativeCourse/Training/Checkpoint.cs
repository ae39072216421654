using System.Text.Json;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GenerativeCourse.Training;

/// <summary>A run in one file, replaced whole: how far training is, the random state, parameters and buffers, the optimiser's state, the averaged weights.</summary>
sealed class Checkpoint(string path, Device? device = null)
{
    const string Format = "generative course checkpoint 1";
    byte[] random = [];

    /// <summary>Notes the random state before a step, so that a run stopped within the step goes on from the step's start.</summary>
    internal void Begin() => random = RandomState.Read(device);

    /// <summary>Writes all that is needed to go on after the last whole step.</summary>
    internal void Save(TrainingState state, nn.Module model, OptimizerHelper optimizer, nn.Module? average)
    {
        string full = Path.GetFullPath(path), unfinished = $"{full}.{Environment.ProcessId}.unfinished";
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        try
        {
            using (var writer = new BinaryWriter(File.Create(unfinished)))
            {
                writer.Write(Format);
                writer.Write(JsonSerializer.Serialize(state));
                writer.Write(random.Length);
                writer.Write(random);
                using DisposeScope scope = NewDisposeScope();
                model.save(writer);
                optimizer.save_state_dict(writer);
                average?.save(writer);
            }
            File.Move(unfinished, full, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>Puts the saved run back into the model, the optimiser and the random generators; null when there is no file.</summary>
    /// <exception cref="InvalidDataException">The file is no checkpoint, or one of another model or optimiser.</exception>
    internal TrainingState? Load(nn.Module model, OptimizerHelper optimizer, nn.Module? average)
    {
        if (!File.Exists(path))
            return null;
        try
        {
            using var reader = new BinaryReader(File.OpenRead(path));
            if (reader.ReadString() != Format)
                throw new InvalidDataException("it does not begin as a checkpoint does");
            TrainingState state = JsonSerializer.Deserialize<TrainingState>(reader.ReadString())!;
            byte[] saved = reader.ReadBytes(reader.ReadInt32());
            using DisposeScope scope = NewDisposeScope();
            model.load(reader);
            optimizer.load_state_dict(reader);
            average?.load(reader);
            RandomState.Write(saved, device);
            return state;
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            throw new InvalidDataException($"{path} is no checkpoint of this model and optimiser: {error.Message} Delete it, or train without resuming.", error);
        }
    }
}
