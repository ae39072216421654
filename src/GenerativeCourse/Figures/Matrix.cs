namespace GenerativeCourse.Figures;

/// <summary>A table of numbers to draw, rows by columns: made from two-dimensional arrays where a figure asks for one.</summary>
public readonly partial struct Matrix
{
    readonly double[,]? values;

    Matrix(double[,] values) => this.values = values;

    /// <summary>The number of rows.</summary>
    public int Rows => Values.GetLength(0);

    /// <summary>The number of columns.</summary>
    public int Columns => Values.GetLength(1);

    /// <summary>The number at a row and a column, from 0.</summary>
    public double this[int row, int column] => Values[row, column];

    internal double[,] Values => values ?? new double[0, 0];

    /// <summary>Takes an array as it is, without a copy.</summary>
    public static implicit operator Matrix(double[,] values) => new(values);

    /// <summary>Takes a copy.</summary>
    public static implicit operator Matrix(float[,] values) => Of(values.GetLength(0), values.GetLength(1), (row, column) => values[row, column]);

    /// <summary>Takes a copy.</summary>
    public static implicit operator Matrix(int[,] values) => Of(values.GetLength(0), values.GetLength(1), (row, column) => values[row, column]);

    /// <summary>Computes each number from its row and column.</summary>
    public static Matrix Of(int rows, int columns, Func<int, int, double> value)
    {
        var values = new double[rows, columns];
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < columns; column++)
                values[row, column] = value(row, column);
        return new(values);
    }

    /// <summary>A function of two variables on a grid: a row for each y, a column for each x.</summary>
    public static Matrix Of(Numbers x, Numbers y, Func<double, double, double> value) => Of(y.Count, x.Count, (row, column) => value(x[column], y[row]));

    internal Numbers Column(int column)
    {
        var numbers = new double[Rows];
        for (var row = 0; row < numbers.Length; row++) numbers[row] = this[row, column];
        return numbers;
    }

    internal (double Low, double High) Extent()
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in Values)
            if (double.IsFinite(value))
                (low, high) = (Math.Min(low, value), Math.Max(high, value));
        return low <= high ? (low, high) : (0, 1);
    }
}
