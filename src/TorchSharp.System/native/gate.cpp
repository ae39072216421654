// The gated activation tanh(a) * sigmoid(b) of the two halves of an image's channels, after van den Oord and others (arXiv 1606.05328): one pass forward, one back.
#include "step.h"
#include <ATen/TensorOperators.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/empty.h>
#include <torch/csrc/autograd/custom_function.h>
#include <cstring>

using namespace bridge;
using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

namespace {

constexpr int64_t Part = 256;  // numbers worked on at a time, in the first cache

// e^x for what a gate needs: within 2e-7 of itself, a NaN stays one, and nothing overflows.
inline float exponential(float x) {
    x = x < -87.0f ? -87.0f : x;
    x = x > 87.0f ? 87.0f : x;
    const float n = (x * 1.44269504f + 12582912.0f) - 12582912.0f;  // to the nearest whole number
    const float r = (x - n * 0.693359375f) + n * 2.12194440e-4f;
    const float p = ((((1.9875691500e-4f * r + 1.3981999507e-3f) * r + 8.3334519073e-3f) * r + 4.1665795894e-2f) * r + 1.6666665459e-1f) * r + 0.5f;
    const int32_t bits = (int32_t(n) + 127) << 23;
    float power;
    std::memcpy(&power, &bits, sizeof power);
    return (p * r * r + r + 1.0f) * power;
}

inline float tangent(float x) {
    const float e = exponential(-2.0f * x);
    return (1.0f - e) / (1.0f + e);
}

inline float logistic(float x) { return 1.0f / (1.0f + exponential(-x)); }

VECTORISED void forward(int64_t n, const float* __restrict a, const float* __restrict b, float* __restrict out) {
    for (int64_t i = 0; i < n; i++) out[i] = tangent(a[i]) * logistic(b[i]);
}

VECTORISED void backward(int64_t n, const float* __restrict a, const float* __restrict b, const float* __restrict g, float* __restrict of_a, float* __restrict of_b) {
    for (int64_t i = 0; i < n; i++) {
        const float t = tangent(a[i]), s = logistic(b[i]);
        of_a[i] = g[i] * s * (1.0f - t * t);
        of_b[i] = g[i] * t * s * (1.0f - s);
    }
}

VECTORISED void widen(int64_t n, const uint16_t* __restrict from, float* __restrict to) {
    for (int64_t i = 0; i < n; i++) {
        const uint32_t bits = uint32_t(from[i]) << 16;
        std::memcpy(to + i, &bits, sizeof bits);
    }
}

// To the nearest bfloat16, ties to even.
VECTORISED void shorten(int64_t n, const float* __restrict from, uint16_t* __restrict to) {
    for (int64_t i = 0; i < n; i++) {
        uint32_t bits;
        std::memcpy(&bits, from + i, sizeof bits);
        to[i] = from[i] != from[i] ? uint16_t(0x7FC0) : uint16_t((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16);
    }
}

void forward(int64_t n, const uint16_t* a, const uint16_t* b, uint16_t* out) {
    float wide[3][Part];
    widen(n, a, wide[0]);
    widen(n, b, wide[1]);
    forward(n, wide[0], wide[1], wide[2]);
    shorten(n, wide[2], out);
}

void backward(int64_t n, const uint16_t* a, const uint16_t* b, const uint16_t* g, uint16_t* of_a, uint16_t* of_b) {
    float wide[5][Part];
    widen(n, a, wide[0]);
    widen(n, b, wide[1]);
    widen(n, g, wide[2]);
    backward(n, wide[0], wide[1], wide[2], wide[3], wide[4]);
    shorten(n, wide[3], of_a);
    shorten(n, wide[4], of_b);
}

// How an image (B, 2C, H, W) is walked: runs that lie together in memory, in the order of a dense result.
struct Walk {
    at::MemoryFormat format;
    int64_t channels, height, width, length, runs;
    int64_t strides[4];

    explicit Walk(const at::Tensor& x) : channels(x.size(1) / 2), height(x.size(2)), width(x.size(3)) {
        for (int d = 0; d < 4; d++) strides[d] = x.stride(d);
        const bool last = strides[1] == 1 && channels > 1;
        format = last ? at::MemoryFormat::ChannelsLast : at::MemoryFormat::Contiguous;
        length = last ? channels : width;
        if (!last && strides[2] == width) length *= strides[1] == height * width ? height * channels : height;
        runs = length > 0 ? x.size(0) * channels * height * width / length : 0;
    }

    static bool takes(const at::Tensor& x) {
        return x.dim() == 4 && x.device().is_cpu() && x.layout() == at::kStrided && (x.scalar_type() == at::kFloat || x.scalar_type() == at::kBFloat16) && !x.is_neg() &&
               ((x.stride(1) == 1 && x.size(1) > 2) || x.stride(3) == 1);
    }

    // Where a run begins in x, and how far its other half is.
    int64_t start(int64_t run) const {
        if (format == at::MemoryFormat::ChannelsLast) return run / (height * width) * strides[0] + run / width % height * strides[2] + run % width * strides[3];
        const int64_t at = run * length;
        return at / (channels * height * width) * strides[0] + at / (height * width) % channels * strides[1] + at / width % height * strides[2];
    }
    int64_t other() const { return channels * strides[1]; }

    // The same in the dense gradient of x.
    int64_t dense_start(int64_t run) const {
        if (format == at::MemoryFormat::ChannelsLast) return run * 2 * channels;
        const int64_t at = run * length, half = channels * height * width;
        return at / half * 2 * half + at % half;
    }
    int64_t dense_other() const { return format == at::MemoryFormat::ChannelsLast ? channels : channels * height * width; }

    // body(run, first number in the run, numbers) over all, in parallel.
    template <typename Body> void each(const Body& body) const {
        at::parallel_for(0, runs, std::max<int64_t>(1, 16384 / std::max<int64_t>(1, length)), [&](int64_t from, int64_t to) {
            for (int64_t run = from; run < to; run++)
                for (int64_t first = 0; first < length; first += Part) body(run, first, std::min(Part, length - first));
        });
    }
};

template <typename T> void gate(const Walk& walk, const at::Tensor& x, const at::Tensor& out) {
    const T* in = static_cast<const T*>(x.data_ptr());
    T* result = static_cast<T*>(out.data_ptr());
    walk.each([&](int64_t run, int64_t first, int64_t n) {
        const T* a = in + walk.start(run) + first;
        forward(n, a, a + walk.other(), result + run * walk.length + first);
    });
}

template <typename T> void gate_back(const Walk& walk, const at::Tensor& x, const at::Tensor& grad, const at::Tensor& out) {
    const T *in = static_cast<const T*>(x.data_ptr()), *g = static_cast<const T*>(grad.data_ptr());
    T* result = static_cast<T*>(out.data_ptr());
    walk.each([&](int64_t run, int64_t first, int64_t n) {
        const T* a = in + walk.start(run) + first;
        T* of_a = result + walk.dense_start(run) + first;
        backward(n, a, a + walk.other(), g + run * walk.length + first, of_a, of_a + walk.dense_other());
    });
}

struct Gate : torch::autograd::Function<Gate> {
    static at::Tensor forward(AutogradContext* context, const at::Tensor& x) {
        context->save_for_backward({x});
        const Walk walk(x);
        auto out = at::empty({x.size(0), walk.channels, walk.height, walk.width}, x.options(), walk.format);
        if (x.scalar_type() == at::kFloat) gate<float>(walk, x, out);
        else gate<uint16_t>(walk, x, out);
        return out;
    }

    static variable_list backward(AutogradContext* context, variable_list grads) {
        const auto x = context->get_saved_variables()[0];
        if (!grads[0].defined()) return {at::Tensor()};
        if (c10::GradMode::is_enabled()) {  // a gradient that is differentiated itself
            const auto t = x.narrow(1, 0, x.size(1) / 2).tanh(), s = x.narrow(1, x.size(1) / 2, x.size(1) / 2).sigmoid();
            return {at::cat({grads[0] * s * (1 - t * t), grads[0] * t * s * (1 - s)}, 1)};
        }
        const Walk walk(x);
        const auto grad = grads[0].to(x.scalar_type()).contiguous(walk.format);
        auto out = at::empty(x.sizes(), x.options(), walk.format);
        if (x.scalar_type() == at::kFloat) gate_back<float>(walk, x, grad, out);
        else gate_back<uint16_t>(walk, x, grad, out);
        return {out};
    }
};

}  // namespace

// (B, 2C, H, W) to (B, C, H, W).
BRIDGE const char* bridge_gate(const at::Tensor* x, at::Tensor** made) {
    return guarded([&] {
        TORCH_CHECK(x->dim() >= 2 && x->size(1) % 2 == 0, "a gate halves the channels: the shape ", x->sizes(), " has no even number of them");
        const int64_t half = x->size(1) / 2;
        *made = give(Walk::takes(*x) ? Gate::apply(*x) : x->narrow(1, 0, half).tanh() * x->narrow(1, half, half).sigmoid());
    });
}
