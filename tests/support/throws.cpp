// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "throws.hpp"

#include <unwind.h>

#include <atomic>
#ifndef _WIN32
#include <dlfcn.h>
#endif

namespace {

std::atomic<std::size_t> throws{0};

using raise_function = _Unwind_Reason_Code(_Unwind_Exception*);

#ifndef _WIN32
raise_function* next_of(const char* name) {
  return reinterpret_cast<raise_function*>(dlsym(RTLD_NEXT, name));
}
#endif

}  // namespace

namespace support {

std::size_t throws_so_far() noexcept { return throws; }

}  // namespace support

// They take the places of the unwinder's own, and go on to those.

#ifdef _WIN32

extern "C" raise_function __real__Unwind_RaiseException;
extern "C" raise_function __real__Unwind_Resume_or_Rethrow;

extern "C" _Unwind_Reason_Code __wrap__Unwind_RaiseException(_Unwind_Exception* e) {
  ++throws;
  return __real__Unwind_RaiseException(e);
}

extern "C" _Unwind_Reason_Code __wrap__Unwind_Resume_or_Rethrow(_Unwind_Exception* e) {
  ++throws;
  return __real__Unwind_Resume_or_Rethrow(e);
}

#else

extern "C" _Unwind_Reason_Code _Unwind_RaiseException(_Unwind_Exception* e) {
  static raise_function* const next = next_of("_Unwind_RaiseException");
  ++throws;
  return next(e);
}

extern "C" _Unwind_Reason_Code _Unwind_Resume_or_Rethrow(_Unwind_Exception* e) {
  static raise_function* const next = next_of("_Unwind_Resume_or_Rethrow");
  ++throws;
  return next(e);
}

#endif
