// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// What compilers call for -fsanitize=thread, and, by the linker's --wrap, what of the system the
// scenarios call. (Linux's KCSAN has a runtime of its own in the same way.)

#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <new>

#include "events.hpp"

using namespace interleaving;

namespace {

void touched(const volatile void* p, std::size_t bytes, access_kind how) {
  if (is_watched()) touch(p, bytes, how);
}

/// `change(value)`: what it becomes.
template <class T, class Change> T change_atomically(volatile T* p, step_kind kind, long amount,
                                                     int order, void* code, Change change) {
  const bool watched = is_watched();
  const atomic_operation o{kind, p, sizeof(T), order, true, amount, code};
  if (watched) before_atomic(o);
  T seen = __atomic_load_n(p, __ATOMIC_SEQ_CST);
  while (!__atomic_compare_exchange_n(p, &seen, change(seen), false, __ATOMIC_SEQ_CST,
                                      __ATOMIC_SEQ_CST)) {}
  if (watched) after_atomic(o, kind, static_cast<long>(seen));
  return seen;
}

template <class T> T load_atomically(const volatile T* p, int order, void* code) {
  const bool watched = is_watched();
  const atomic_operation o{step_kind::load, p, sizeof(T), order, false, 0, code};
  if (watched) before_atomic(o);
  const T seen = __atomic_load_n(p, __ATOMIC_SEQ_CST);
  if (watched) after_atomic(o, step_kind::load, static_cast<long>(seen));
  return seen;
}

template <class T> void store_atomically(volatile T* p, T value, int order, void* code) {
  const bool watched = is_watched();
  const atomic_operation o{step_kind::store, p, sizeof(T), order, false, 0, code};
  if (watched) before_atomic(o);
  __atomic_store_n(p, value, __ATOMIC_SEQ_CST);
  if (watched) after_atomic(o, step_kind::store, static_cast<long>(value));
}

template <class T>
bool exchange_if(volatile T* p, T* expected, T value, int order, int failed_order, void* code) {
  const bool watched = is_watched();
  atomic_operation o{step_kind::store, p, sizeof(T), order, true, 0, code};
  if (watched) before_atomic(o);
  T seen = *expected;
  const bool same =
      __atomic_compare_exchange_n(p, &seen, value, false, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
  if (!same) o.order = failed_order;
  if (watched) after_atomic(o, same ? step_kind::store : step_kind::load, static_cast<long>(seen));
  if (!same) *expected = seen;
  return same;
}

}  // namespace

#define CODE __builtin_return_address(0)

extern "C" {

void __tsan_init() {}

void __tsan_func_entry(void*) {}

void __tsan_func_exit() {}

void __tsan_vptr_update(void** p, void*) { touched(p, sizeof *p, access_kind::write); }

void __tsan_vptr_read(void** p) { touched(p, sizeof *p, access_kind::read); }

void __tsan_read_range(void* p, unsigned long bytes) { touched(p, bytes, access_kind::read); }

void __tsan_write_range(void* p, unsigned long bytes) { touched(p, bytes, access_kind::write); }

void* __tsan_memcpy(void* to, const void* from, unsigned long bytes) {
  touched(from, bytes, access_kind::read);
  touched(to, bytes, access_kind::write);
  return std::memcpy(to, from, bytes);
}

void* __tsan_memmove(void* to, const void* from, unsigned long bytes) {
  touched(from, bytes, access_kind::read);
  touched(to, bytes, access_kind::write);
  return std::memmove(to, from, bytes);
}

void* __tsan_memset(void* to, int value, unsigned long bytes) {
  touched(to, bytes, access_kind::write);
  return std::memset(to, value, bytes);
}

#define ACCESSES(N)                                                              \
  void __tsan_read##N(void* p) { touched(p, N, access_kind::read); }             \
  void __tsan_write##N(void* p) { touched(p, N, access_kind::write); }           \
  void __tsan_read_write##N(void* p) { touched(p, N, access_kind::write); }      \
  void __tsan_unaligned_read##N(void* p) { touched(p, N, access_kind::read); }   \
  void __tsan_unaligned_write##N(void* p) { touched(p, N, access_kind::write); } \
  void __tsan_unaligned_read_write##N(void* p) { touched(p, N, access_kind::write); }

ACCESSES(1)
ACCESSES(2)
ACCESSES(4)
ACCESSES(8)
ACCESSES(16)

#define FETCH(BITS, T, NAME, KIND, AMOUNT, NEXT)                           \
  T __tsan_atomic##BITS##_##NAME(volatile T* p, T v, int order) {          \
    return change_atomically(p, step_kind::KIND, AMOUNT, order, CODE,      \
                             [v](T now) { return static_cast<T>(NEXT); }); \
  }

#define ATOMICS(BITS, T)                                                                         \
  T __tsan_atomic##BITS##_load(const volatile T* p, int order) {                                 \
    return load_atomically(p, order, CODE);                                                      \
  }                                                                                              \
  void __tsan_atomic##BITS##_store(volatile T* p, T v, int order) {                              \
    store_atomically(p, v, order, CODE);                                                         \
  }                                                                                              \
  FETCH(BITS, T, exchange, store, 0, (static_cast<void>(now), v))                                \
  FETCH(BITS, T, fetch_add, count, static_cast<long>(v), now + v)                                \
  FETCH(BITS, T, fetch_sub, count, -static_cast<long>(v), now - v)                               \
  FETCH(BITS, T, fetch_and, store, 0, now& v)                                                    \
  FETCH(BITS, T, fetch_or, store, 0, now | v)                                                    \
  FETCH(BITS, T, fetch_xor, store, 0, now ^ v)                                                   \
  int __tsan_atomic##BITS##_compare_exchange_strong(volatile T* p, T* e, T v, int order,         \
                                                    int failed) {                                \
    return exchange_if(p, e, v, order, failed, CODE);                                            \
  }                                                                                              \
  int __tsan_atomic##BITS##_compare_exchange_weak(volatile T* p, T* e, T v, int order,           \
                                                  int failed) {                                  \
    return exchange_if(p, e, v, order, failed, CODE);                                            \
  }                                                                                              \
  T __tsan_atomic##BITS##_compare_exchange_val(volatile T* p, T e, T v, int order, int failed) { \
    exchange_if(p, &e, v, order, failed, CODE);                                                  \
    return e;                                                                                    \
  }

ATOMICS(8, std::int8_t)
ATOMICS(16, std::int16_t)
ATOMICS(32, std::int32_t)
ATOMICS(64, std::int64_t)

void __tsan_atomic_thread_fence(int order) {
  if (is_watched()) fence(order);
}

void __tsan_atomic_signal_fence(int) {}

// ---- the system

int __real_pthread_mutex_lock(void*);
int __real_pthread_mutex_unlock(void*);
int __real_sched_yield();

int __wrap_pthread_mutex_lock(void* mutex) {
  if (!is_watched()) return __real_pthread_mutex_lock(mutex);
  lock(mutex, CODE);
  return 0;
}

int __wrap_pthread_mutex_unlock(void* mutex) {
  if (!is_watched()) return __real_pthread_mutex_unlock(mutex);
  unlock(mutex);
  return 0;
}

int __wrap_sched_yield() {
  if (!is_watched()) return __real_sched_yield();
  await_others(CODE);
  return 0;
}

/// It takes no time.
int __wrap_nanosleep(const timespec*, timespec*) { return 0; }

}  // extern "C"

// ---- the heap

void* operator new(std::size_t bytes, std::align_val_t alignment) {
  if (void* p = interleaving::allocate(bytes, static_cast<std::size_t>(alignment))) return p;
  const auto to = static_cast<std::size_t>(alignment);
  if (void* p = std::aligned_alloc(to, (bytes + to) / to * to)) return p;
  throw std::bad_alloc();
}

void* operator new(std::size_t bytes) {
  return ::operator new(bytes, std::align_val_t(__STDCPP_DEFAULT_NEW_ALIGNMENT__));
}

void operator delete(void* p) noexcept {
  if (p && !interleaving::deallocate(p)) std::free(p);
}

void operator delete(void* p, std::size_t) noexcept { ::operator delete(p); }

void operator delete(void* p, std::align_val_t) noexcept { ::operator delete(p); }

void operator delete(void* p, std::size_t, std::align_val_t) noexcept { ::operator delete(p); }
