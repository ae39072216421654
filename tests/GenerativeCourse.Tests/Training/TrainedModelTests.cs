using GenerativeCourse.Training;

namespace GenerativeCourse.Tests.Training;

public sealed class TrainedModelTests
{
    [Fact]
    public void A_trained_model_becomes_a_row_of_the_full_profile()
    {
        var trained = new TrainedModel("negative log-likelihood", "IW-500", "nats", 84.712, 0.5, 1000, 1_234_567, 28_000, 5400.04, 1 << 30)
        {
            Key = "06.conv-vae.iw500", Model = "convolutional VAE", Dataset = "mnist", Binarisation = "dynamic", Seeds = [6, 66],
        };
        var row = trained.ToRow(weights: "");
        Assert.Null(row.Fault());
        Assert.Equal(("full", 84.712, 1.96, 5400, 1_234_567), (row.Profile, row.Value, row.Tolerance, row.WallSeconds, row.Parameters));
        Assert.Equal(1L << 30, row.PeakBytes);
        Assert.Equal([83.732, 85.692], row.Interval);
        Assert.Equal(64, row.DatasetSha256.Length);
        Assert.Equal(Compute.Description, row.Device);
    }
}
