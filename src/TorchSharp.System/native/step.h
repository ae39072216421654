// What the optimisers' steps share: which parameters take one pass over memory, and how threads share the elements of many tensors.
#pragma once
#include "bridge.h"
#include <ATen/Parallel.h>
#include <c10/core/GradMode.h>
#include <algorithm>
#include <initializer_list>
#include <map>
#include <tuple>

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define VECTORISED __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define VECTORISED
#endif

namespace bridge {

inline bool same_layout(const at::Tensor& a, const at::Tensor& b) {
    if (a.sizes() != b.sizes()) return false;
    for (int64_t d = 0; d < a.dim(); d++)
        if (a.size(d) > 1 && a.stride(d) != b.stride(d)) return false;
    return true;
}

// Whether one pass over memory serves: all float32 on the CPU, in one dense layout.
inline bool flat(const at::Tensor& p, std::initializer_list<const at::Tensor*> others) {
    auto plain = [](const at::Tensor& t) { return t.device().is_cpu() && t.layout() == at::kStrided && t.scalar_type() == at::kFloat && !t.is_neg(); };
    if (!plain(p) || !p.is_non_overlapping_and_dense()) return false;
    for (auto other : others)
        if (other->defined() && (!plain(*other) || !same_layout(p, *other))) return false;
    return true;
}

inline float* floats(const at::Tensor& t) { return t.defined() ? static_cast<float*>(t.data_ptr()) : nullptr; }

// Runs body(piece, first, count) over all elements of all pieces, shared evenly among the threads whatever the pieces' sizes.
template <typename Piece, typename Body> void over_elements(const std::vector<Piece>& pieces, const Body& body) {
    std::vector<int64_t> ends;
    int64_t total = 0;
    for (auto& piece : pieces) ends.push_back(total += piece.count);
    at::parallel_for(0, total, 32768, [&](int64_t from, int64_t to) {
        size_t k = std::upper_bound(ends.begin(), ends.end(), from) - ends.begin();
        for (; from < to; k++) {
            int64_t stop = std::min(to, ends[k]);
            body(pieces[k], from - (ends[k] - pieces[k].count), stop - from);
            from = stop;
        }
    });
}

// Parameters that do not lie flat, with what belongs to each, for operators over lists: one batch a device, type and step.
struct Batch {
    std::vector<at::Tensor> params, grads, first, second, third;
};
using Batches = std::map<std::tuple<int, int, int, int64_t>, Batch>;

inline Batch& batch_of(Batches& batches, const at::Tensor& p, int64_t step) {
    return batches[{int(p.device().type()), int(p.device().index()), int(p.scalar_type()), step}];
}

inline void written(const at::Tensor& t) { t.unsafeGetTensorImpl()->bump_version(); }

}  // namespace bridge
