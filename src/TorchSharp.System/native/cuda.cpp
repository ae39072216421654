// CUDA: devices, streams, memory statistics and graph capture, where libtorch has it; a plain "no" where it has not.
#include "bridge.h"
#include <ATen/Context.h>
#ifdef BRIDGE_CUDA
#include <ATen/cuda/CUDAContext.h>
#include <ATen/cuda/CUDAGraph.h>
#include <c10/cuda/CUDACachingAllocator.h>
#include <c10/cuda/CUDAFunctions.h>
#include <c10/cuda/CUDAGuard.h>
#include <c10/cuda/CUDAStream.h>
#endif

using namespace bridge;

BRIDGE int32_t bridge_cuda_available() { return at::hasCUDA(); }
BRIDGE int32_t bridge_cudnn_available() { return at::globalContext().hasCuDNN(); }

BRIDGE int32_t bridge_cudnn_benchmark() { return at::globalContext().benchmarkCuDNN(); }
BRIDGE void bridge_set_cudnn_benchmark(int32_t enabled) { at::globalContext().setBenchmarkCuDNN(enabled != 0); }
BRIDGE int32_t bridge_cudnn_tf32() { return at::globalContext().allowTF32CuDNN(); }
BRIDGE void bridge_set_cudnn_tf32(int32_t enabled) { at::globalContext().setAllowTF32CuDNN(enabled != 0); }
BRIDGE int32_t bridge_matmul_tf32() { return at::globalContext().allowTF32CuBLAS(); }
BRIDGE void bridge_set_matmul_tf32(int32_t enabled) { at::globalContext().setAllowTF32CuBLAS(enabled != 0); }

// allocated, peak allocated, reserved, peak reserved: bytes on the device.
struct MemoryStatistics { int64_t allocated, peak_allocated, reserved, peak_reserved; };

#ifdef BRIDGE_CUDA

BRIDGE int32_t bridge_cuda_device_count() { return c10::cuda::device_count(); }

BRIDGE const char* bridge_cuda_synchronize(int32_t index) {
    return guarded([&] {
        c10::cuda::CUDAGuard guard(index < 0 ? c10::cuda::current_device() : c10::DeviceIndex(index));
        c10::cuda::device_synchronize();
    });
}

BRIDGE const char* bridge_cuda_synchronize_stream(int32_t index) {
    return guarded([&] { c10::cuda::getCurrentCUDAStream(c10::DeviceIndex(index)).synchronize(); });
}

BRIDGE const char* bridge_cuda_memory(int32_t index, MemoryStatistics* statistics) {
    return guarded([&] {
        auto device = index < 0 ? c10::cuda::current_device() : c10::DeviceIndex(index);
        auto stats = c10::cuda::CUDACachingAllocator::getDeviceStats(device);
        *statistics = {stats.allocated_bytes[0].current, stats.allocated_bytes[0].peak, stats.reserved_bytes[0].current, stats.reserved_bytes[0].peak};
    });
}

BRIDGE const char* bridge_cuda_reset_peak(int32_t index) {
    return guarded([&] { c10::cuda::CUDACachingAllocator::resetPeakStats(index < 0 ? c10::cuda::current_device() : c10::DeviceIndex(index)); });
}

BRIDGE const char* bridge_cuda_empty_cache() {
    return guarded([&] { c10::cuda::CUDACachingAllocator::emptyCache(); });
}

// A capture runs on a stream of its own, as CUDA asks; what it records is replayed on the stream of the caller.
struct Graph {
    at::cuda::CUDAGraph graph;
    c10::cuda::CUDAStream before = c10::cuda::getCurrentCUDAStream();
};

BRIDGE const char* bridge_graph_begin(Graph** made) {
    return guarded([&] {
        auto graph = std::make_unique<Graph>();
        auto stream = c10::cuda::getStreamFromPool();
        c10::cuda::device_synchronize();
        c10::cuda::setCurrentCUDAStream(stream);
        try {
            graph->graph.capture_begin();
        } catch (...) {
            c10::cuda::setCurrentCUDAStream(graph->before);
            throw;
        }
        *made = graph.release();
    });
}

BRIDGE const char* bridge_graph_end(Graph* graph) {
    return guarded([&] {
        try {
            graph->graph.capture_end();
        } catch (...) {
            c10::cuda::setCurrentCUDAStream(graph->before);
            throw;
        }
        c10::cuda::setCurrentCUDAStream(graph->before);
    });
}

BRIDGE const char* bridge_graph_replay(Graph* graph) {
    return guarded([&] { graph->graph.replay(); });
}

BRIDGE void bridge_graph_release(Graph* graph) { delete graph; }

#else

namespace {
const char* without() {
    message = "this libtorch was built without CUDA; install one with CUDA and set LIBTORCH to its folder (see environment.md)";
    return message.c_str();
}
}  // namespace

struct Graph;
BRIDGE int32_t bridge_cuda_device_count() { return 0; }
BRIDGE const char* bridge_cuda_synchronize(int32_t) { return without(); }
BRIDGE const char* bridge_cuda_synchronize_stream(int32_t) { return without(); }
BRIDGE const char* bridge_cuda_memory(int32_t, MemoryStatistics*) { return without(); }
BRIDGE const char* bridge_cuda_reset_peak(int32_t) { return without(); }
BRIDGE const char* bridge_cuda_empty_cache() { return without(); }
BRIDGE const char* bridge_graph_begin(Graph**) { return without(); }
BRIDGE const char* bridge_graph_end(Graph*) { return without(); }
BRIDGE const char* bridge_graph_replay(Graph*) { return without(); }
BRIDGE void bridge_graph_release(Graph*) {}

#endif
