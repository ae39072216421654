// The gated activation tanh(a) * sigmoid(b) of the two halves of an image's channels, after van den Oord and others (arXiv 1606.05328): one pass forward, one back.
// The image may be cut to its first rows and columns, and another be added to it, on the way.
#include "step.h"
#include <ATen/TensorOperators.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/constant_pad_nd.h>
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

VECTORISED void sum(int64_t n, const float* __restrict a, const float* __restrict b, float* __restrict to) {
    for (int64_t i = 0; i < n; i++) to[i] = a[i] + b[i];
}

// The numbers as floats, with those of plus added where there are any: where they are, or in the room given.
const float* floats(int64_t n, const float* from, const float* plus, float* room) {
    if (!plus) return from;
    sum(n, from, plus, room);
    return room;
}

const float* floats(int64_t n, const uint16_t* from, const uint16_t* plus, float* room) {
    widen(n, from, room);
    if (!plus) return room;
    float other[Part];
    widen(n, plus, other);
    sum(n, room, other, room);
    return room;
}

float* place(float* to, float*) { return to; }
float* place(uint16_t*, float* room) { return room; }
void store(int64_t, float*, const float*) {}
void store(int64_t n, uint16_t* to, const float* from) { shorten(n, from, to); }

// How the gated part (B, 2C, H, W) of an image is walked: runs that lie together in memory, in the order of a dense result (B, C, H, W).
struct Walk {
    at::MemoryFormat format;
    int64_t channels, height, width, length, runs, lines;  // lines: runs of one channel, where channels do not lie together

    Walk(const at::Tensor& x, int64_t height, int64_t width) : channels(x.size(1) / 2), height(height), width(width) {
        const bool last = x.stride(1) == 1 && x.size(1) > 2;
        format = last ? at::MemoryFormat::ChannelsLast : at::MemoryFormat::Contiguous;
        lines = x.stride(2) == width ? 1 : height;
        length = last ? channels : height * width / lines;
        runs = length > 0 ? x.size(0) * channels * height * width / length : 0;
    }

    static bool takes(const at::Tensor& x, const at::Tensor& plus) {
        return x.dim() == 4 && x.device().is_cpu() && x.layout() == at::kStrided && (x.scalar_type() == at::kFloat || x.scalar_type() == at::kBFloat16) && !x.is_neg() &&
               ((x.stride(1) == 1 && x.size(1) > 2) || x.stride(3) == 1) && (!plus.defined() || (plus.scalar_type() == x.scalar_type() && plus.device().is_cpu()));
    }

    // Where a run's first half begins in a tensor of these strides.
    int64_t start(int64_t run, at::IntArrayRef strides) const {
        if (format == at::MemoryFormat::ChannelsLast) return run / (height * width) * strides[0] + run / width % height * strides[2] + run % width * strides[3];
        return run / (channels * lines) * strides[0] + run / lines % channels * strides[1] + run % lines * strides[2];
    }

    // body(run, first number in the run, numbers) over all, in parallel.
    template <typename Body> void each(const Body& body) const {
        at::parallel_for(0, runs, std::max<int64_t>(1, 16384 / std::max<int64_t>(1, length)), [&](int64_t from, int64_t to) {
            for (int64_t run = from; run < to; run++)
                for (int64_t first = 0; first < length; first += Part) body(run, first, std::min(Part, length - first));
        });
    }
};

template <typename T> T* numbers(const at::Tensor& t) { return t.defined() ? static_cast<T*>(t.data_ptr()) : nullptr; }

template <typename T> void gate(const Walk& walk, const at::Tensor& x, const at::Tensor& plus, const at::Tensor& out) {
    const T *in = numbers<T>(x), *added = numbers<T>(plus);
    T* result = numbers<T>(out);
    const auto strides = x.strides(), of_plus = added ? plus.strides() : strides;
    walk.each([&](int64_t run, int64_t first, int64_t n) {
        float room[3][Part];
        const T* a = in + walk.start(run, strides) + first;
        const T* p = added ? added + walk.start(run, of_plus) + first : nullptr;
        T* to = result + run * walk.length + first;
        forward(n, floats(n, a, p, room[0]), floats(n, a + walk.channels * strides[1], p ? p + walk.channels * of_plus[1] : p, room[1]), place(to, room[2]));
        store(n, to, room[2]);
    });
}

template <typename T> void gate_back(const Walk& walk, const at::Tensor& x, const at::Tensor& plus, const at::Tensor& grad, const at::Tensor& out) {
    const T *in = numbers<T>(x), *added = numbers<T>(plus), *g = numbers<T>(grad);
    T* result = numbers<T>(out);
    const auto strides = x.strides(), of_plus = added ? plus.strides() : strides, of_out = out.strides();
    walk.each([&](int64_t run, int64_t first, int64_t n) {
        float room[5][Part];
        const T* a = in + walk.start(run, strides) + first;
        const T* p = added ? added + walk.start(run, of_plus) + first : nullptr;
        T *of_a = result + walk.start(run, of_out) + first, *of_b = of_a + walk.channels * of_out[1];
        backward(n, floats(n, a, p, room[0]), floats(n, a + walk.channels * strides[1], p ? p + walk.channels * of_plus[1] : p, room[1]),
                 floats(n, g + run * walk.length + first, static_cast<const T*>(nullptr), room[2]), place(of_a, room[3]), place(of_b, room[4]));
        store(n, of_a, room[3]);
        store(n, of_b, room[4]);
    });
}

at::Tensor cut(const at::Tensor& x, int64_t height, int64_t width) { return x.narrow(2, 0, height).narrow(3, 0, width); }

struct Gate : torch::autograd::Function<Gate> {
    static at::Tensor forward(AutogradContext* context, const at::Tensor& x, const Optional<at::Tensor>& other, int64_t height, int64_t width) {
        const Walk walk(x, height, width);
        const auto plus = other ? other->contiguous(walk.format) : at::Tensor();
        context->save_for_backward({x, plus});
        context->saved_data["height"] = height;
        context->saved_data["width"] = width;
        auto out = at::empty({x.size(0), walk.channels, height, width}, x.options(), walk.format);
        if (x.scalar_type() == at::kFloat) gate<float>(walk, x, plus, out);
        else gate<uint16_t>(walk, x, plus, out);
        return out;
    }

    static variable_list backward(AutogradContext* context, variable_list grads) {
        const auto saved = context->get_saved_variables();
        const auto &x = saved[0], &plus = saved[1];
        const int64_t height = context->saved_data["height"].toInt(), width = context->saved_data["width"].toInt();
        if (!grads[0].defined()) return {at::Tensor(), at::Tensor(), at::Tensor(), at::Tensor()};
        if (c10::GradMode::is_enabled()) {  // a gradient that is differentiated itself
            const auto seen = plus.defined() ? cut(x, height, width) + plus : cut(x, height, width);
            const auto halves = seen.chunk(2, 1);
            const auto t = halves[0].tanh(), s = halves[1].sigmoid();
            const auto whole = at::cat({grads[0] * s * (1 - t * t), grads[0] * t * s * (1 - s)}, 1);
            return {at::constant_pad_nd(whole, {0, x.size(3) - width, 0, x.size(2) - height}), plus.defined() ? whole : at::Tensor(), at::Tensor(), at::Tensor()};
        }
        const Walk walk(x, height, width);
        const auto grad = grads[0].to(x.scalar_type()).contiguous(walk.format);
        auto out = at::empty(x.sizes(), x.options(), walk.format);
        if (height < x.size(2)) out.narrow(2, height, x.size(2) - height).zero_();
        if (width < x.size(3)) out.narrow(3, width, x.size(3) - width).zero_();
        if (x.scalar_type() == at::kFloat) gate_back<float>(walk, x, plus, grad, out);
        else gate_back<uint16_t>(walk, x, plus, grad, out);
        return {out, plus.defined() ? cut(out, height, width) : at::Tensor(), at::Tensor(), at::Tensor()};
    }
};

}  // namespace

// (B, 2C, H', W') cut to its first H rows and W columns, plus (B, 2C, H, W) or null, to (B, C, H, W).
BRIDGE const char* bridge_gate(const at::Tensor* x, const at::Tensor* plus, int64_t height, int64_t width, at::Tensor** made) {
    return guarded([&] {
        TORCH_CHECK(x->dim() == 4 && x->size(1) % 2 == 0, "a gate halves the channels of images (B, 2C, H, W): the shape ", x->sizes(), " has no even number of them");
        const auto other = take(plus);
        const auto seen = cut(*x, height, width);
        TORCH_CHECK(!other.defined() || other.sizes() == seen.sizes(), "a gate adds what has one shape: ", seen.sizes(), " and ", other.sizes());
        if (Walk::takes(*x, other)) {
            *made = give(Gate::apply(*x, other.defined() ? Optional<at::Tensor>(other) : absent, height, width));
            return;
        }
        const auto halves = (other.defined() ? seen + other : seen).chunk(2, 1);
        *made = give(halves[0].tanh() * halves[1].sigmoid());
    });
}
