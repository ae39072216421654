// Operations whose forward and backward are written in .NET: a node of the autograd graph that calls back.
#include "bridge.h"
#include <torch/csrc/autograd/function.h>
#include <torch/csrc/autograd/functions/utils.h>
#include <torch/csrc/autograd/saved_variable.h>
#include <torch/csrc/autograd/variable.h>

using namespace bridge;
using torch::autograd::Node;
using torch::autograd::SavedVariable;
using torch::autograd::variable_list;

namespace {

constexpr int32_t MessageLength = 2048;

// Writes one new handle, or null, for each input; answers 0, or 1 with a message.
using Backward = int32_t (*)(void* state, at::Tensor* const* grads, int32_t count, at::Tensor** results, int32_t wanted, char* message);
using Release = void (*)(void* state);

struct ManagedFunction : Node {
    std::string title;
    void* state;
    Backward backward;
    Release release;
    bool materialize = true;
    std::vector<SavedVariable> saved;

    ManagedFunction(std::string title, void* state, Backward backward, Release release)
        : title(std::move(title)), state(state), backward(backward), release(release) {}
    ~ManagedFunction() override { release(state); }

    std::string name() const override { return title; }

    void release_variables() override {
        for (auto& variable : saved) variable.reset_data();
    }

    variable_list apply(variable_list&& grads) override {
        std::vector<at::Tensor*> given(grads.size()), answered(num_outputs(), nullptr);
        for (size_t i = 0; i < grads.size(); i++) given[i] = give(grads[i].defined() || !materialize ? grads[i] : input_metadata(i).zeros_like());
        char text[MessageLength] = {0};
        const int32_t failed = backward(state, given.data(), int32_t(given.size()), answered.data(), int32_t(answered.size()), text);
        variable_list results;
        for (auto handle : answered) {
            results.push_back(take(handle));
            if (handle) { live.fetch_sub(1, std::memory_order_relaxed); delete handle; }
        }
        TORCH_CHECK(!failed, text);
        return results;
    }
};

// What an edge holds its node by: std::shared_ptr, and c10::intrusive_ptr in newer libtorch.
using NodePointer = decltype(torch::autograd::Edge::function);

// Templates, so that what the other kind of pointer needs is not looked up.
template <class Pointer, class Function>
Pointer owned(Function* node) {
    if constexpr (std::is_same_v<Pointer, std::shared_ptr<Node>>) return Pointer(node, [](auto* last) { deleteNode(last); });
    else return Pointer::unsafe_steal_from_new(node);
}

template <class Pointer, class Function>
Pointer shared(Function* node) {
    if constexpr (std::is_same_v<Pointer, std::shared_ptr<Node>>) return node->shared_from_this();
    else return Pointer::reclaim_copy(node);
}

bool among(const at::Tensor& tensor, at::Tensor* const* others, int32_t count) {
    for (int32_t i = 0; i < count; i++)
        if (others[i]->unsafeGetTensorImpl() == tensor.unsafeGetTensorImpl()) return true;
    return false;
}

}  // namespace

// Ties outputs to a new node over the inputs. A dirty output is the input itself, changed in place; the others come back as tensors of their own.
BRIDGE const char* bridge_function_wrap(const char* title, void* state, Backward backward, Release release, int32_t materialize,
                                        at::Tensor* const* inputs, int32_t input_count, at::Tensor* const* outputs, int32_t output_count,
                                        at::Tensor* const* dirty, int32_t dirty_count, at::Tensor* const* constant, int32_t constant_count,
                                        at::Tensor* const* saved, int32_t saved_count, Node** made, at::Tensor** wrapped) {
    return guarded([&] {
        auto* node = new ManagedFunction(title, state, backward, release);
        const auto holder = owned<NodePointer>(node);
        node->materialize = materialize != 0;
        node->set_next_edges(torch::autograd::collect_next_edges(take(inputs, input_count)));
        std::vector<at::Tensor> tied;
        for (int32_t i = 0; i < output_count; i++) {
            at::Tensor output = *outputs[i];
            if (among(output, constant, constant_count)) {
                node->add_input_metadata(Node::undefined_input());
                tied.push_back(output.detach());
            } else if (among(output, dirty, dirty_count)) {
                TORCH_CHECK(!(output.is_leaf() && output.requires_grad()), "a leaf tensor that requires grad has been changed in place by ", title);
                output.unsafeGetTensorImpl()->bump_version();
                torch::autograd::impl::rebase_history(output, {holder, node->add_input_metadata(output)});
                tied.push_back(output);
            } else {
                // A new tensor over the same storage: an input handed through, or a view of one, keeps its own history.
                at::Tensor fresh = output.variable_data();
                TORCH_CHECK(fresh.is_floating_point() || fresh.is_complex(), title, " answered a tensor of type ", fresh.scalar_type(),
                            ", which has no gradient: call ctx.mark_non_differentiable for it");
                torch::autograd::set_history(fresh, holder);
                tied.push_back(std::move(fresh));
            }
        }
        for (int32_t i = 0; i < saved_count; i++) {
            at::Tensor tensor = take(saved[i]);
            // An output is saved as it is tied to this node, or it would not know of its gradient.
            for (int32_t k = 0; k < output_count; k++)
                if (saved[i] && saved[i]->unsafeGetTensorImpl() == outputs[k]->unsafeGetTensorImpl()) tensor = tied[k];
            node->saved.emplace_back(tensor, tensor.defined() && tensor.grad_fn().get() == node);
        }
        for (int32_t i = 0; i < output_count; i++) wrapped[i] = give(std::move(tied[i]));
        *made = node;
    });
}

BRIDGE const char* bridge_function_saved(Node* node, int32_t index, at::Tensor** tensor) {
    return guarded([&] {
        auto function = static_cast<ManagedFunction*>(node);
        *tensor = give(function->saved.at(index).unpack(shared<NodePointer>(function)));
    });
}
