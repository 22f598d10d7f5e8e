// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "throws.hpp"

#include <dlfcn.h>
#include <unwind.h>

#include <atomic>

namespace {

std::atomic<std::size_t> throws{0};

using raise_function = _Unwind_Reason_Code(_Unwind_Exception*);

raise_function* next_of(const char* name) {
  return reinterpret_cast<raise_function*>(dlsym(RTLD_NEXT, name));
}

}  // namespace

namespace support {

std::size_t throws_so_far() noexcept { return throws; }

}  // namespace support

// They take the places of the unwinder's own, and go on to those.

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
