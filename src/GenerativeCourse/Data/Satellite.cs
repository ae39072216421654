using static TorchSharp.torch;

namespace GenerativeCourse.Data;

/// <summary>Tiles of the Earth's land, 5.6 degrees wide, by day, by night and as a map; 431 to train on, 103 of two bands of longitude, a tile away from the others, to test on. NASA.</summary>
public static class Satellite
{
    /// <summary>Loads the tiles, after checking their sha256.</summary>
    /// <exception cref="DatasetException">A file is missing or altered.</exception>
    public static Splits<SatelliteTiles> Load()
    {
        var manifest = DatasetManifest.Of("satellite");
        return Splits<SatelliteTiles>.Read("Satellite", split => new SatelliteTiles(
            StoredTensor.ReadImages(manifest, $"{split}-day.gz"),
            StoredTensor.ReadImages(manifest, $"{split}-night.gz"),
            StoredTensor.ReadImages(manifest, $"{split}-map.gz"),
            StoredTensor.Read(manifest, $"{split}-places.gz")));
    }
}

/// <summary>Tiles that show the same places, pixel on pixel. Owns its tensors until <see cref="Dispose"/>.</summary>
/// <param name="Day">Bytes, (N, 3, 64, 64): red, green and blue by day.</param>
/// <param name="Night">Bytes, (N, 1, 64, 64): city lights.</param>
/// <param name="Map">Bytes, (N, 2, 64, 64): water, 0 land to 255, and height, 0 sea level.</param>
/// <param name="Places">float32, (N, 2): latitude and longitude of the north-west corner, degrees.</param>
public sealed record SatelliteTiles(Tensor Day, Tensor Night, Tensor Map, Tensor Places) : IDisposable
{
    /// <summary>The number of tiles.</summary>
    public long Count => Day.shape[0];

    /// <summary>Frees the tensors.</summary>
    public void Dispose()
    {
        Day.Dispose();
        Night.Dispose();
        Map.Dispose();
        Places.Dispose();
    }

    /// <summary>One line: 431 tiles of 64 x 64.</summary>
    public override string ToString() => $"{Count} tiles of {Day.shape[2]} x {Day.shape[3]}";
}
