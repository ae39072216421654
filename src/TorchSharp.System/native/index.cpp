// Python's indexing: integers, slices, None, Ellipsis, booleans and tensors, to read and to write.
#include "bridge.h"
#include <ATen/TensorIndexing.h>

using namespace bridge;

namespace {

enum Kind : int64_t { None, Ellipsis, Integer, Boolean, Slice, TensorKind };

constexpr int64_t Absent = INT64_MIN;  // a slice's start, stop or step that is not given

struct Position {
    int64_t kind, start, stop, step;
    at::Tensor* tensor;
};

// libtorch before 2.0 takes no narrower integers as indices.
at::Tensor widened(const at::Tensor& index) {
    auto type = index.scalar_type();
    return type == at::kInt || type == at::kShort || type == at::kChar ? index.to(at::kLong) : index;
}

std::vector<at::indexing::TensorIndex> indices_of(const Position* indices, int32_t count) {
    std::vector<at::indexing::TensorIndex> made;
    made.reserve(count);
    for (int32_t i = 0; i < count; i++) {
        const Position& index = indices[i];
        switch (index.kind) {
            case None: made.emplace_back(at::indexing::None); break;
            case Ellipsis: made.emplace_back(at::indexing::Ellipsis); break;
            case Integer: made.emplace_back(index.start); break;
            case Boolean: made.emplace_back(index.start != 0); break;
            case TensorKind: made.emplace_back(widened(*index.tensor)); break;
            default: {
                auto optional = [](int64_t value) { return value == Absent ? Optional<bridge::Index>() : Optional<bridge::Index>(value); };
                made.emplace_back(at::indexing::Slice(optional(index.start), optional(index.stop), optional(index.step)));
            }
        }
    }
    return made;
}

}  // namespace

BRIDGE const char* bridge_index(const at::Tensor* self, const Position* indices, int32_t count, at::Tensor** result) {
    return guarded([&] { *result = give(self->index(indices_of(indices, count))); });
}

BRIDGE const char* bridge_index_put(at::Tensor* self, const Position* indices, int32_t count, const at::Tensor* value) {
    return guarded([&] { self->index_put_(indices_of(indices, count), *value); });
}
