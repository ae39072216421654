namespace GenerativeCourse.Training;

/// <summary>In what numbers a model is trained.</summary>
public enum Precision
{
    /// <summary>float32 throughout.</summary>
    Float32,

    /// <summary>Matrix products and convolutions in bfloat16 by autocast, images in channels_last; parameters, sums and losses stay float32.</summary>
    BFloat16,
}
