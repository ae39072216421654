// One tensor as libtorch's own archive, which torch.jit.load in Python reads.
#include "bridge.h"
#include <torch/serialize.h>

using namespace bridge;

BRIDGE const char* bridge_save(const at::Tensor* tensor, const char* path) {
    return guarded([&] { torch::save(*tensor, std::string(path)); });
}

BRIDGE const char* bridge_load(const char* path, at::Tensor** made) {
    return guarded([&] {
        at::Tensor tensor;
        torch::load(tensor, std::string(path));
        *made = give(std::move(tensor));
    });
}
