using System.Text.Json.Serialization;

namespace GenerativeCourse.Benchmarks;

/// <summary>One comparison: medians of a step, and what each side ran with.</summary>
sealed record Row(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("compare")] string Compare,
    [property: JsonPropertyName("ours_ms")] double Ours,
    [property: JsonPropertyName("peer_ms")] double Peer,
    [property: JsonPropertyName("ratio")] double Ratio,
    [property: JsonPropertyName("goal")] double? Goal,
    [property: JsonPropertyName("ours")] string OursSetting,
    [property: JsonPropertyName("peer")] string PeerSetting,
    [property: JsonPropertyName("first_loss_ours")] double OursLoss,
    [property: JsonPropertyName("first_loss_peer")] double PeerLoss)
{
    public override string ToString() => FormattableString.Invariant(
        $"{Name,-14} {Compare,-8} ours {Ours,9:F3} ms  peer {Peer,9:F3} ms  ratio {Ratio,6:F3}{(Goal is { } goal ? FormattableString.Invariant($"  goal {goal:F2} {(Ratio <= goal ? "met" : "NOT MET")}") : "")}\n               ours: {OursSetting}; peer: {PeerSetting}; first losses {OursLoss:G6} and {PeerLoss:G6}");
}
