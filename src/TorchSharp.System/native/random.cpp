// Seeds and generators.
#include "bridge.h"
#include <ATen/Context.h>

using namespace bridge;

BRIDGE const char* bridge_manual_seed(uint64_t seed) {
    return guarded([&] { at::manual_seed(seed); });
}

static at::Generator* give(at::Generator generator) { return new at::Generator(std::move(generator)); }

BRIDGE const char* bridge_default_generator(int32_t device_type, int32_t index, at::Generator** made) {
    return guarded([&] {
        *made = give(at::globalContext().defaultGenerator(c10::Device(static_cast<c10::DeviceType>(device_type), static_cast<c10::DeviceIndex>(index))));
    });
}

// A generator of its own: a clone of the device's default one, seeded anew.
BRIDGE const char* bridge_new_generator(int32_t device_type, int32_t index, uint64_t seed, at::Generator** made) {
    return guarded([&] {
        auto generator = at::globalContext().defaultGenerator(c10::Device(static_cast<c10::DeviceType>(device_type), static_cast<c10::DeviceIndex>(index))).clone();
        generator.set_current_seed(seed);
        *made = give(std::move(generator));
    });
}

BRIDGE void bridge_release_generator(at::Generator* generator) { delete generator; }
BRIDGE const char* bridge_generator_set_seed(at::Generator* generator, uint64_t seed) {
    return guarded([&] {
        std::lock_guard<std::mutex> lock(generator->mutex());
        generator->set_current_seed(seed);
    });
}
BRIDGE uint64_t bridge_generator_seed(at::Generator* generator) { return generator->seed(); }
BRIDGE uint64_t bridge_generator_initial_seed(at::Generator* generator) { return generator->current_seed(); }
BRIDGE const char* bridge_generator_state(at::Generator* generator, at::Tensor** state) {
    return guarded([&] { *state = bridge::give(generator->get_state()); });
}
BRIDGE const char* bridge_generator_set_state(at::Generator* generator, const at::Tensor* state) {
    return guarded([&] { generator->set_state(*state); });
}
