namespace GenerativeCourse.Training;

/// <summary>What a run must know of itself to go on, beside the model, the optimiser and the random state.</summary>
sealed record TrainingState(long Step, IReadOnlyList<LossPoint> History, double StretchSum, long StretchSteps, double Seconds = 0);
