using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static TorchSharp.torch.nn.functional;

namespace TorchSharp.Tests.Nn;

public sealed class LossParityTests
{
    static readonly Dictionary<string, Func<ParityCase, Reduction, Tensor>> Losses = new()
    {
        ["mse_loss"] = (given, r) => mse_loss(given["input"], given["target"], r),
        ["l1_loss"] = (given, r) => l1_loss(given["input"], given["target"], r),
        ["smooth_l1_loss"] = (given, r) => smooth_l1_loss(given["input"], given["target"], r, 0.5),
        ["huber_loss"] = (given, r) => huber_loss(given["input"], given["target"], 0.5, r),
        ["binary_cross_entropy"] = (given, r) => binary_cross_entropy(given["input"], given["target"], reduction: r),
        ["binary_cross_entropy weighted"] = (given, r) => binary_cross_entropy(given["input"], given["target"], given["weight"], r),
        ["binary_cross_entropy_with_logits"] = (given, r) => binary_cross_entropy_with_logits(given["input"], given["target"], reduction: r),
        ["binary_cross_entropy_with_logits weighted"] = (given, r) => binary_cross_entropy_with_logits(given["input"], given["target"], given["weight"], r, given["weight"]),
        ["cross_entropy"] = (given, r) => cross_entropy(given["input"], given["target"], reduction: r),
        ["cross_entropy weighted"] = (given, r) => cross_entropy(given["input"], given["target"], given["weight"], ignore_index: 1, r, 0.2),
        ["cross_entropy of probabilities"] = (given, r) => cross_entropy(given["input"], given["target"], reduction: r),
        ["cross_entropy of pixels"] = (given, r) => cross_entropy(given["input"], given["target"], reduction: r),
        ["nll_loss"] = (given, r) => nll_loss(given["input"], given["target"], reduction: r),
        ["nll_loss weighted"] = (given, r) => nll_loss(given["input"], given["target"], given["weight"], r),
        ["kl_div"] = (given, r) => kl_div(given["input"], given["target"], reduction: r),
        ["kl_div of probabilities"] = (given, r) => kl_div(given["input"], given["target"], log_target: false, r),
        ["poisson_nll_loss"] = (given, r) => poisson_nll_loss(given["input"], given["target"], full: true, reduction: r),
        ["poisson_nll_loss of rates"] = (given, r) => poisson_nll_loss(given["input"], given["target"], log_input: false, reduction: r),
        ["hinge_embedding_loss"] = (given, r) => hinge_embedding_loss(given["input"], given["target"], 0.5, r),
        ["soft_margin_loss"] = (given, r) => soft_margin_loss(given["input"], given["target"], r),
        ["multi_margin_loss"] = (given, r) => multi_margin_loss(given["input"], given["target"], 2, 0.7, given["weight"], r),
        ["multilabel_margin_loss"] = (given, r) => multi_label_margin_loss(given["input"], given["target"], r),
        ["multilabel_soft_margin_loss"] = (given, r) => multilabel_soft_margin_loss(given["input"], given["target"], given["weight"], r),
        ["margin_ranking_loss"] = (given, r) => margin_ranking_loss(given["input1"], given["input2"], given["target"], 0.3, r),
        ["cosine_embedding_loss"] = (given, r) => cosine_embedding_loss(given["input1"], given["input2"], given["target"], 0.1, r),
        ["triplet_margin_loss"] = (given, r) => triplet_margin_loss(given["anchor"], given["positive"], given["negative"], 0.8, swap: true, reduction: r),
        ["triplet_margin_with_distance_loss"] = (given, r) => triplet_margin_with_distance_loss(given["anchor"], given["positive"], given["negative"], null, 0.8, true, r),
        ["gaussian_nll_loss"] = (given, r) => gaussian_nll_loss(given["input"], given["target"], given["variance"], full: true, reduction: r),
        ["ctc_loss"] = (given, r) => ctc_loss(log_softmax(given["input"], -1), given["target"], tensor([6L, 5L]), tensor([2L, 3L]), reduction: r),
    };

    public static TheoryData<string> Cases => ModuleParity.Cases("loss");

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_loss_and_its_gradients_are_pytorchs(string name)
    {
        string[] parts = name.Split(", ");
        Parity.Nn.Check("loss/" + name, given =>
        {
            foreach (string input in given.Names("inputs"))
                _ = given[input];
            long before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
            Tensor loss = Losses[parts[0]](given, Enum.Parse<Reduction>(parts[1], ignoreCase: true));
            // The call of ctc_loss makes tensors of its own.
            if (parts[0] != "ctc_loss")
                Assert.Equal(before + 1, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
            return loss;
        });
    }

    public static TheoryData<string> ModuleNames =>
    [
        "MSELoss", "L1Loss", "SmoothL1Loss", "HuberLoss", "BCELoss", "BCEWithLogitsLoss", "CrossEntropyLoss", "NLLLoss", "KLDivLoss", "PoissonNLLLoss", "HingeEmbeddingLoss",
        "SoftMarginLoss", "MultiMarginLoss", "MultiLabelMarginLoss", "MultiLabelSoftMarginLoss", "MarginRankingLoss", "CosineEmbeddingLoss", "TripletMarginLoss", "TripletMarginWithDistanceLoss", "GaussianNLLLoss",
    ];

    [Theory]
    [MemberData(nameof(ModuleNames))]
    public void A_module_computes_what_its_function_does_with_the_same_settings(string name)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor a = rand([4, 3]) * 0.8 + 0.1, b = rand([4, 3]) * 0.8 + 0.1, c = rand([4, 3]), classes = tensor([0L, 2L, 1L, 1L]), signs = tensor([1f, -1f, 1f, -1f]), weight = tensor([0.5f, 1f, 2f]);
        const Reduction sum = Reduction.Sum;
        var (module, function) = name switch
        {
            "MSELoss" => (MSELoss(sum).call(a, b), mse_loss(a, b, sum)),
            "L1Loss" => (L1Loss(sum).call(a, b), l1_loss(a, b, sum)),
            "SmoothL1Loss" => (SmoothL1Loss(sum, 0.1).call(a, b), smooth_l1_loss(a, b, sum, 0.1)),
            "HuberLoss" => (HuberLoss(0.1, sum).call(a, b), huber_loss(a, b, 0.1, sum)),
            "BCELoss" => (BCELoss(weight, sum).call(a, b), binary_cross_entropy(a, b, weight, sum)),
            "BCEWithLogitsLoss" => (BCEWithLogitsLoss(weight, sum, weight).call(a, b), binary_cross_entropy_with_logits(a, b, weight, sum, weight)),
            "CrossEntropyLoss" => (new CrossEntropyLoss(weight, 1, sum, 0.1).call(a, classes), cross_entropy(a, classes, weight, 1, sum, 0.1)),
            "NLLLoss" => (NLLLoss(weight, sum).call(a, classes), nll_loss(a, classes, weight, sum)),
            "KLDivLoss" => (KLDivLoss(reduction: sum).call(a, b), kl_div(a, b, true, sum)),
            "PoissonNLLLoss" => (PoissonNLLLoss(false, true, 0.1f, sum).call(a, b), poisson_nll_loss(a, b, false, true, 0.1f, sum)),
            "HingeEmbeddingLoss" => (HingeEmbeddingLoss(reduction: sum).call(a[0], signs[..3]), hinge_embedding_loss(a[0], signs[..3], 1, sum)),
            "SoftMarginLoss" => (SoftMarginLoss(sum).call(a[0], signs[..3]), soft_margin_loss(a[0], signs[..3], sum)),
            "MultiMarginLoss" => (MultiMarginLoss(2, 0.5, weight, sum).call(a, classes), multi_margin_loss(a, classes, 2, 0.5, weight, sum)),
            "MultiLabelMarginLoss" => (MultiLabelMarginLoss(sum).call(a[0], tensor([1L, -1L, 0L])), multi_label_margin_loss(a[0], tensor([1L, -1L, 0L]), sum)),
            "MultiLabelSoftMarginLoss" => (MultiLabelSoftMarginLoss(weight, sum).call(a, b), multilabel_soft_margin_loss(a, b, weight, sum)),
            "MarginRankingLoss" => (MarginRankingLoss(0.5, sum).call(a[0], b[0], signs[..3]), margin_ranking_loss(a[0], b[0], signs[..3], 0.5, sum)),
            "CosineEmbeddingLoss" => (CosineEmbeddingLoss(0.5, sum).call(a, b, signs), cosine_embedding_loss(a, b, signs, 0.5, sum)),
            "TripletMarginLoss" => (TripletMarginLoss(0.5, 1, swap: true, reduction: sum).call(a, b, c), triplet_margin_loss(a, b, c, 0.5, 1, swap: true, reduction: sum)),
            "TripletMarginWithDistanceLoss" => (TripletMarginWithDistanceLoss((x, y) => (x - y).abs().sum(1), 0.5, reduction: sum).call(a, b, c), triplet_margin_with_distance_loss(a, b, c, (x, y) => (x - y).abs().sum(1), 0.5, reduction: sum)),
            _ => (GaussianNLLLoss(true, 0.2f, sum).call(a, b, c), gaussian_nll_loss(a, b, c, true, 0.2f, sum)),
        };
        Assert.True(module.Equals(function), $"{module.item<float>()} is not {function.item<float>()}");
    }

    sealed class Weighing : Module<Tensor, Tensor, Tensor>
    {
        internal readonly CrossEntropyLoss loss;

        internal Weighing(Tensor weight) : base(nameof(Weighing))
        {
            loss = CrossEntropyLoss(weight);
            RegisterComponents();
        }

        public override Tensor forward(Tensor input, Tensor target) => loss.call(input, target);
    }

    [Fact]
    public void The_weight_of_a_loss_moves_with_the_module_that_holds_it()
    {
        Tensor weight = ones([3]);
        using (var alone = CrossEntropyLoss(weight))
            Assert.Same(weight, alone.weight);
        Assert.False(weight.IsInvalid);
        using var module = new Weighing(weight).to(float64);
        Assert.Equal(float64, module.loss.weight!.dtype);
    }
}
