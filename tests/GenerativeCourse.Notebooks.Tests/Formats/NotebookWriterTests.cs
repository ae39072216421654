using System.Text;
using System.Text.Json.Nodes;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Notebooks.Tests.Formats;

public sealed class NotebookWriterTests
{
    static string Rewrite(string json) => Encoding.UTF8.GetString(Notebook.Parse(Encoding.UTF8.GetBytes(json), "a.ipynb").ToBytes());

    [Fact]
    public void Writes_sorted_indented_and_split()
    {
        var written = Rewrite("""
            {"nbformat_minor":5,"nbformat":4,"metadata":{"z":{},"a":[],"signature":"s","orig_nbformat":2},"extra":{"unknown":[1.50,1e400,12345678901234567890123,-0.0]},
             "cells":[{"source":"a\nb\r\nc","metadata":{"trusted":true,"odd":null},"id":"a","cell_type":"raw","unknown":true}]}
            """);

        Assert.Equal("""
            {
             "cells": [
              {
               "cell_type": "raw",
               "id": "a",
               "metadata": {
                "odd": null
               },
               "source": [
                "a\n",
                "b\r\n",
                "c"
               ],
               "unknown": true
              }
             ],
             "extra": {
              "unknown": [
               1.50,
               1e400,
               12345678901234567890123,
               -0.0
              ]
             },
             "metadata": {
              "a": [],
              "z": {}
             },
             "nbformat": 4,
             "nbformat_minor": 5
            }

            """, written);
        Assert.Equal(written, Rewrite(written));
    }

    [Fact]
    public void Escapes_only_what_must_be()
    {
        var notebook = Notebook.Create();
        notebook.Metadata["s"] = "\"\\\b\f\n\r\t\u0001\u001f\u007f/<é\u2028😀";

        Assert.Contains("\"s\": \"\\\"\\\\\\b\\f\\n\\r\\t\\u0001\\u001f\u007f/<é\u2028😀\"", Encoding.UTF8.GetString(notebook.ToBytes()));
    }

    [Fact]
    public void Keys_are_ordered_by_code_point()
    {
        var notebook = Notebook.Create();
        notebook.Metadata.Clear();
        foreach (var key in (string[])["😀", "\uff5e", "b", "B", "ba", "", "é"])
            notebook.Metadata[key] = 0;

        var again = JsonNode.Parse(notebook.ToBytes())!["metadata"]!.AsObject();

        Assert.Equal(["", "B", "b", "ba", "é", "\uff5e", "😀"], again.Select(entry => entry.Key));
    }

    [Theory]
    [InlineData("", new string[0])]
    [InlineData("a", new[] { "a" })]
    [InlineData("a\n\nb", new[] { "a\n", "\n", "b" })]
    [InlineData("a\r", new[] { "a\r" })]
    [InlineData("a\r\rb\r\n", new[] { "a\r", "\r", "b\r\n" })]
    [InlineData("a\u2028b\u0085c\vd\fe\u001cf", new[] { "a\u2028", "b\u0085", "c\v", "d\f", "e\u001c", "f" })]
    public void Splits_lines_as_python_does(string text, string[] lines) =>
        Assert.Equal(lines, MultilineText.Split(text).Select(line => line.ToString()));

    [Fact]
    public void A_file_is_replaced_whole_and_keeps_its_mode()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("a.ipynb");
        File.WriteAllText(path, "old");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        Notebook.Create().Write(path);

        Assert.Equal(Notebook.Create().ToBytes(), File.ReadAllBytes(path));
        Assert.Single(Directory.GetFiles(folder.Path));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    [Fact]
    public void A_new_file_is_made_and_a_link_stays_a_link()
    {
        using var folder = new TemporaryFolder();
        WholeFile.Write(folder.File("a"), "1"u8);
        File.CreateSymbolicLink(folder.File("link"), folder.File("a"));

        WholeFile.Write(folder.File("link"), "2"u8);

        Assert.Equal("2", File.ReadAllText(folder.File("a")));
        Assert.NotNull(new FileInfo(folder.File("link")).LinkTarget);
    }
}
