// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// Any bytes are a schedule; the algorithm does what the model says.

#include <cstdio>
#include <cstdlib>

#include "verification/proof/codec.hpp"
#include "verification/proof/compare.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static proof::comparison both;
  proof::schedule s = proof::decode(data, size);
  both.expect(s);
  if (both.plays(s)) return 0;
  std::printf("The algorithm differs from the model:\n%s", both.counterexample(s).c_str());
  std::fflush(stdout);
  std::abort();
}
