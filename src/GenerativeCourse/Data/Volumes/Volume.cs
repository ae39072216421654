using static TorchSharp.torch;

namespace GenerativeCourse.Data;

/// <summary>A scan: numbers on a grid, and where the grid lies in the person.</summary>
/// <param name="Shape">Depth, height and width: (Z, Y, X), as the file orders them from the slowest to the fastest.</param>
/// <param name="Values">The numbers, scaled as the file says, in the order of the shape.</param>
/// <param name="Spacing">The step along Z, Y and X in millimetres.</param>
/// <param name="Directions">Where each of Z, Y and X runs to: L or R, A or P, S or I (left, right, front, back, above, below).</param>
public sealed record Volume((int Z, int Y, int X) Shape, float[] Values, (double Z, double Y, double X) Spacing, string Directions)
{
    /// <summary>The order that the course's data have: slices from below, rows from the front, columns from the person's right.</summary>
    public const string Radiological = "SPL";

    /// <summary>The most voxels that a volume may have.</summary>
    public const long MostVoxels = 128L << 20;

    /// <summary>One voxel.</summary>
    public float this[int z, int y, int x] => Values[(z * Shape.Y + y) * Shape.X + x];

    /// <summary>The same scan with its axes turned and flipped so that they run as asked, <see cref="Radiological"/> by default; nothing is interpolated.</summary>
    /// <exception cref="ArgumentException">The directions are not one of each pair.</exception>
    public Volume Turn(string directions = Radiological)
    {
        int[] axes = [.. directions.Select(wanted => Array.FindIndex([.. Directions], given => given == wanted || given == Opposite(wanted)))];
        if (axes.Length != 3 || axes.Distinct().Count() != 3 || axes.Contains(-1))
            throw new ArgumentException($"'{directions}' names no order of axes: give one of each of L or R, A or P and S or I, such as {Radiological}.");
        int[] sides = [Shape.Z, Shape.Y, Shape.X], strides = [Shape.Y * Shape.X, Shape.X, 1];
        var (start, steps) = (0, new int[3]);
        for (var axis = 0; axis < 3; axis++)
        {
            var flipped = Directions[axes[axis]] != directions[axis];
            steps[axis] = flipped ? -strides[axes[axis]] : strides[axes[axis]];
            start += flipped ? (sides[axes[axis]] - 1) * strides[axes[axis]] : 0;
        }
        var shape = (Z: sides[axes[0]], Y: sides[axes[1]], X: sides[axes[2]]);
        var (turned, at) = (new float[Values.Length], 0);
        for (var z = 0; z < shape.Z; z++)
            for (var y = 0; y < shape.Y; y++)
                for (var x = 0; x < shape.X; x++)
                    turned[at++] = Values[start + z * steps[0] + y * steps[1] + x * steps[2]];
        double[] spacing = [Spacing.Z, Spacing.Y, Spacing.X];
        return new Volume(shape, turned, (spacing[axes[0]], spacing[axes[1]], spacing[axes[2]]), directions);
    }

    /// <summary>The numbers as float32, (Z, Y, X).</summary>
    public Tensor ToTensor() => tensor(Values).reshape(Shape.Z, Shape.Y, Shape.X);

    /// <summary>One line.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Shape.Z} x {Shape.Y} x {Shape.X} voxels of {Spacing.Z:G4} x {Spacing.Y:G4} x {Spacing.X:G4} mm, towards {Directions}");

    static char Opposite(char direction) => "LRAPSI"["RLPAIS".IndexOf(direction) is var at and >= 0 ? at : throw new ArgumentException($"'{direction}' is no direction: L, R, A, P, S or I.")];

    /// <summary>Names where axes run, and how far a step is, from their steps in a frame of right, front and above.</summary>
    internal static ((double Z, double Y, double X) Spacing, string Directions) Frame(string path, double[][] steps)
    {
        // steps[0] is the step of X in (right, front, above), and so on.
        var lengths = steps.Select(step => Math.Sqrt(step.Sum(part => part * part))).ToArray();
        if (lengths.Any(length => !(length > 1e-6 && length < 1e6)))
            throw new DatasetException($"{path}: its header gives a voxel of {lengths[2]:G3} x {lengths[1]:G3} x {lengths[0]:G3} mm; it is damaged.");
        var (names, taken) = (new char[3], new bool[3]);
        // The clearest axis first, so that oblique ones cannot claim one direction twice.
        foreach (var axis in Enumerable.Range(0, 3).OrderByDescending(axis => steps[axis].Max(Math.Abs) / lengths[axis]))
        {
            var world = Enumerable.Range(0, 3).Where(world => !taken[world]).MaxBy(world => Math.Abs(steps[axis][world]));
            taken[world] = true;
            names[axis] = (steps[axis][world] < 0 ? "LPI" : "RAS")[world];
        }
        return ((lengths[2], lengths[1], lengths[0]), $"{names[2]}{names[1]}{names[0]}");
    }
}
