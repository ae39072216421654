namespace GenerativeCourse.Evaluation;

/// <summary>The matching of rows to columns, one to one, of the largest sum: the Hungarian method (Kuhn, 1955) by shortest augmenting paths, O(n^3).</summary>
public static class Assignment
{
    /// <summary>The column of each row; -1 for rows that are left over where there are fewer columns.</summary>
    public static int[] Maximise(double[,] gain)
    {
        int rows = gain.GetLength(0), columns = gain.GetLength(1), size = Math.Max(rows, columns);
        double Cost(int row, int column) => row < rows && column < columns ? -gain[row, column] : 0;
        // Row and column 0 stand for "none"; u and v are the prices, match[j] the row of column j.
        double[] u = new double[size + 1], v = new double[size + 1];
        int[] match = new int[size + 1], way = new int[size + 1];
        for (int row = 1; row <= size; row++)
        {
            double[] least = new double[size + 1];
            bool[] used = new bool[size + 1];
            Array.Fill(least, double.PositiveInfinity);
            match[0] = row;
            int at = 0;
            while (match[at] != 0)
            {
                used[at] = true;
                int from = match[at], next = 0;
                double step = double.PositiveInfinity;
                for (int column = 1; column <= size; column++)
                {
                    if (used[column])
                        continue;
                    double reduced = Cost(from - 1, column - 1) - u[from] - v[column];
                    if (reduced < least[column])
                        (least[column], way[column]) = (reduced, at);
                    if (least[column] < step)
                        (step, next) = (least[column], column);
                }
                for (int column = 0; column <= size; column++)
                {
                    if (used[column])
                        (u[match[column]], v[column]) = (u[match[column]] + step, v[column] - step);
                    else
                        least[column] -= step;
                }
                at = next;
            }
            for (; at != 0; at = way[at])
                match[at] = match[way[at]];
        }
        int[] assigned = new int[rows];
        Array.Fill(assigned, -1);
        for (int column = 1; column <= columns; column++)
            if (match[column] <= rows)
                assigned[match[column] - 1] = column - 1;
        return assigned;
    }
}
