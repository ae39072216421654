namespace GenerativeCourse.Training;

/// <summary>A model of the course that <c>course train</c> trains.</summary>
public interface ITrainable
{
    /// <summary>What the user calls it, such as vae.</summary>
    string Name { get; }

    /// <summary>What its files are called, such as vae-conv.</summary>
    string WeightsName { get; }

    /// <summary>One line: the model, the data, what is measured.</summary>
    string About { get; }

    /// <summary>Optimiser steps of a profile.</summary>
    long Steps(Profile profile);

    /// <summary>Trains, stores the weights and measures them as stored.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="token">Stops after the step that runs, and leaves a checkpoint to resume from.</param>
    TrainedModel Train(TrainingRequest request, CancellationToken token);
}
