// Operators by name: a schema found once, then boxed calls through the dispatcher, autograd and autocast included.
#include "bridge.h"
#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/ivalue.h>
#include <ATen/core/jit_type.h>

using namespace bridge;

namespace {

enum Tag : int32_t { None, TensorTag, Int, Double, Bool, IntList, DoubleList, BoolList, TensorList, OptionalTensorList, String, DeviceTag, GeneratorTag, Default, Complex };

struct Value {
    int32_t tag;
    int32_t count;
    union { int64_t integer; double real; void* pointer; };
};

// What an argument's schema type asks of a value: doubles for float, lists for a lone number.
enum class Wants { Anything, Float, FloatList, IntList };

using OfOne = at::Tensor(const at::Tensor&);
using OfTwo = at::Tensor(const at::Tensor&, const at::Tensor&);
using Scaled = at::Tensor(const at::Tensor&, const at::Tensor&, const at::Scalar&);  // the second one times a number, as add takes it

struct Operator {
    c10::OperatorHandle handle;
    std::vector<Wants> wants;
    std::vector<Optional<c10::IValue>> defaults;
    Optional<c10::TypedOperatorHandle<OfOne>> of_one;
    Optional<c10::TypedOperatorHandle<OfTwo>> of_two;
    Optional<c10::TypedOperatorHandle<Scaled>> scaled;
    at::Scalar scale;
};

// Operators of one or two tensors that make a third are most of what a small model calls: they need no boxes around their arguments.
void type(Operator& op) {
    const auto& schema = op.handle.schema();
    const auto& arguments = schema.arguments();
    if (schema.name().rfind("aten::", 0) != 0 || schema.is_mutable() || schema.returns().size() != 1 || schema.returns()[0].type()->kind() != c10::TypeKind::TensorType) return;
    size_t tensors = 0;
    while (tensors < arguments.size() && arguments[tensors].type()->kind() == c10::TypeKind::TensorType) tensors++;
    if (tensors == 1 && arguments.size() == 1) op.of_one.emplace(op.handle.typed<OfOne>());
    if (tensors == 2 && arguments.size() == 2) op.of_two.emplace(op.handle.typed<OfTwo>());
    if (tensors == 2 && arguments.size() == 3 && arguments[2].type()->kind() == c10::TypeKind::NumberType && op.defaults[2]) {
        op.scale = op.defaults[2]->toScalar();
        op.scaled.emplace(op.handle.typed<Scaled>());
    }
}

Wants wants_of(c10::TypePtr type) {
    if (auto optional = type->cast<c10::OptionalType>()) type = optional->getElementType();
    if (type->kind() == c10::TypeKind::FloatType) return Wants::Float;
    if (auto list = type->cast<c10::ListType>()) {
        if (list->getElementType()->kind() == c10::TypeKind::FloatType) return Wants::FloatList;
        if (list->getElementType()->kind() == c10::TypeKind::IntType || list->getElementType()->kind() == c10::TypeKind::SymIntType) return Wants::IntList;
    }
    return Wants::Anything;
}

c10::List<double> doubles(const Value& value) {
    c10::List<double> list;
    list.reserve(value.count);
    for (int32_t i = 0; i < value.count; i++)
        list.push_back(value.tag == DoubleList ? static_cast<double*>(value.pointer)[i] : double(static_cast<int64_t*>(value.pointer)[i]));
    return list;
}

c10::IValue to_ivalue(const Value& value, Wants wants) {
    switch (value.tag) {
        case TensorTag: return value.pointer ? c10::IValue(*static_cast<at::Tensor*>(value.pointer)) : c10::IValue();
        case Int:
            if (wants == Wants::Float) return double(value.integer);
            if (wants == Wants::IntList) return c10::List<int64_t>({value.integer});
            return value.integer;
        case Double: return value.real;
        case Bool: return value.integer != 0;
        case IntList: {
            if (wants == Wants::FloatList) return doubles(value);
            auto items = static_cast<int64_t*>(value.pointer);
            c10::List<int64_t> list;
            list.reserve(value.count);
            for (int32_t i = 0; i < value.count; i++) list.push_back(items[i]);
            return list;
        }
        case DoubleList: return doubles(value);
        case BoolList: {
            auto items = static_cast<int64_t*>(value.pointer);
            c10::List<bool> list;
            for (int32_t i = 0; i < value.count; i++) list.push_back(items[i] != 0);
            return list;
        }
        case TensorList: return c10::IValue(take(static_cast<at::Tensor**>(value.pointer), value.count));
        case OptionalTensorList: {
            auto items = static_cast<at::Tensor**>(value.pointer);
            c10::List<Optional<at::Tensor>> list;
            for (int32_t i = 0; i < value.count; i++) list.push_back(items[i] ? Optional<at::Tensor>(*items[i]) : Optional<at::Tensor>());
            return list;
        }
        case String: return std::string(static_cast<const char*>(value.pointer), value.count);
        case DeviceTag: return c10::Device(static_cast<c10::DeviceType>(value.count), static_cast<c10::DeviceIndex>(value.integer));
        case GeneratorTag: return *static_cast<at::Generator*>(value.pointer);
        case Complex: return c10::IValue(c10::complex<double>(static_cast<double*>(value.pointer)[0], static_cast<double*>(value.pointer)[1]));
        default: return c10::IValue();
    }
}

thread_local std::vector<at::Tensor*> listed;  // handles of a returned tensor list, until this thread's next call

Value to_value(c10::IValue&& item) {
    Value value{None, 0, {0}};
    if (item.isTensor()) {
        value.tag = TensorTag;
        value.pointer = give(std::move(item).toTensor());
    } else if (item.isTensorList()) {
        auto tensors = std::move(item).toTensorVector();
        for (auto& tensor : tensors) listed.push_back(give(std::move(tensor)));
        value.tag = TensorList;
        value.count = int32_t(tensors.size());
    } else if (item.isInt()) {
        value.tag = Int;
        value.integer = item.toInt();
    } else if (item.isDouble()) {
        value.tag = Double;
        value.real = item.toDouble();
    } else if (item.isBool()) {
        value.tag = Bool;
        value.integer = item.toBool();
    }
    return value;
}

// Calls it without boxes, where it is such an operator and tensors are all that is given.
bool called_typed(const Operator& op, const Value* arguments, int32_t count, Value& result) {
    if (count < 1 || count > 2) return false;
    for (int32_t i = 0; i < count; i++)
        if (arguments[i].tag != TensorTag || !arguments[i].pointer) return false;
    auto tensor = [&](int i) -> const at::Tensor& { return *static_cast<at::Tensor*>(arguments[i].pointer); };
    at::Tensor made;
    if (count == 1 && op.of_one) made = op.of_one->call(tensor(0));
    else if (count == 2 && op.of_two) made = op.of_two->call(tensor(0), tensor(1));
    else if (count == 2 && op.scaled) made = op.scaled->call(tensor(0), tensor(1), op.scale);
    else return false;
    result.tag = TensorTag;
    result.count = 0;
    result.pointer = give(std::move(made));
    return true;
}

}  // namespace

// Finds "aten::name" with its overload; the handle lives as long as the process.
BRIDGE const char* bridge_find(const char* name, const char* overload, Operator** found) {
    return guarded([&] {
        auto handle = c10::Dispatcher::singleton().findSchemaOrThrow(name, overload);
        auto created = new Operator{handle};
        for (auto& argument : handle.schema().arguments()) {
            created->wants.push_back(wants_of(argument.type()));
            created->defaults.push_back(argument.default_value());
        }
        type(*created);
        *found = created;
    });
}

BRIDGE int bridge_exists(const char* name, const char* overload) {
    return c10::Dispatcher::singleton().findSchema({name, overload}).has_value();
}

// Calls an operator with its first count arguments; those not given take the schema's defaults.
BRIDGE const char* bridge_call(Operator* op, const Value* arguments, int32_t count, Value* results, int32_t* result_count, at::Tensor*** list) {
    return guarded([&] {
        if (called_typed(*op, arguments, count, *results)) {
            *result_count = 1;
            *list = nullptr;
            return;
        }
        static thread_local torch::jit::Stack stack;
        torch::jit::Stack own;  // a kernel may call back into .NET: the outer stack must not be shared
        own.swap(stack);
        own.clear();
        for (int32_t i = 0; i < count; i++) {
            if (arguments[i].tag == Default) {
                TORCH_CHECK(op->defaults[i].has_value(), op->handle.schema().name(), " has no default for argument ", i);
                own.push_back(*op->defaults[i]);
            } else {
                own.push_back(to_ivalue(arguments[i], op->wants[i]));
            }
        }
        for (size_t i = count; i < op->defaults.size(); i++) {
            TORCH_CHECK(op->defaults[i].has_value(), op->handle.schema().name(), " wants ", op->defaults.size(), " arguments, not ", count);
            own.push_back(*op->defaults[i]);
        }
        op->handle.callBoxed(own);
        listed.clear();
        *result_count = int32_t(own.size());
        for (size_t i = 0; i < own.size(); i++) results[i] = to_value(std::move(own[i]));
        *list = listed.data();
        own.clear();
        stack.swap(own);
    });
}
