// What is read of a tensor without an operator, handles, and memory shared with .NET.
#include "bridge.h"
#include <ATen/ops/from_blob.h>
#include <ATen/ops/empty.h>

using namespace bridge;

BRIDGE void bridge_release(at::Tensor* tensor) {
    if (!tensor) return;
    live.fetch_sub(1, std::memory_order_relaxed);
    delete tensor;
}

BRIDGE int64_t bridge_live() { return live.load(std::memory_order_relaxed); }

BRIDGE at::Tensor* bridge_alias(const at::Tensor* tensor) { return give(*tensor); }

BRIDGE int64_t bridge_dim(const at::Tensor* t) { return t->dim(); }
BRIDGE int64_t bridge_numel(const at::Tensor* t) { return t->numel(); }
BRIDGE int32_t bridge_dtype(const at::Tensor* t) { return int32_t(t->scalar_type()); }
BRIDGE int64_t bridge_element_size(const at::Tensor* t) { return t->element_size(); }
BRIDGE int32_t bridge_device_type(const at::Tensor* t) { return int32_t(t->device().type()); }
BRIDGE int32_t bridge_device_index(const at::Tensor* t) { return t->device().index(); }
BRIDGE int32_t bridge_is_sparse(const at::Tensor* t) { return t->is_sparse(); }
BRIDGE int32_t bridge_is_contiguous(const at::Tensor* t, int32_t format) { return t->is_contiguous(static_cast<at::MemoryFormat>(format)); }
BRIDGE int64_t bridge_storage_offset(const at::Tensor* t) { return t->storage_offset(); }
BRIDGE const void* bridge_identity(const at::Tensor* t) { return t->unsafeGetTensorImpl(); }

BRIDGE void bridge_sizes(const at::Tensor* t, int64_t* sizes) { std::copy(t->sizes().begin(), t->sizes().end(), sizes); }
BRIDGE void bridge_strides(const at::Tensor* t, int64_t* strides) { std::copy(t->strides().begin(), t->strides().end(), strides); }

BRIDGE const char* bridge_data(const at::Tensor* t, void** data) {
    return guarded([&] { *data = t->data_ptr(); });
}

// A new tensor that holds a copy of count bytes in C order.
BRIDGE const char* bridge_from_memory(const void* data, const int64_t* sizes, int32_t dims, int32_t dtype, at::Tensor** made) {
    return guarded([&] {
        auto tensor = at::empty(at::IntArrayRef(sizes, dims), at::TensorOptions(static_cast<at::ScalarType>(dtype)));
        if (tensor.nbytes() > 0) memcpy(tensor.data_ptr(), data, tensor.nbytes());
        *made = give(std::move(tensor));
    });
}

// A tensor over memory that .NET keeps in place until release(context) is called.
BRIDGE const char* bridge_from_pinned(void* data, const int64_t* sizes, int32_t dims, int32_t dtype, void (*release)(void*), void* context, at::Tensor** made) {
    return guarded([&] {
        *made = give(at::from_blob(data, at::IntArrayRef(sizes, dims), [=](void*) { release(context); }, at::TensorOptions(static_cast<at::ScalarType>(dtype))));
    });
}

// The tensor in another memory format: 0 contiguous, 2 channels_last.
BRIDGE const char* bridge_contiguous(const at::Tensor* t, int32_t format, at::Tensor** made) {
    return guarded([&] { *made = give(t->contiguous(static_cast<at::MemoryFormat>(format))); });
}
