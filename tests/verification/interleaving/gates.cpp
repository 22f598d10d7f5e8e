// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// The gate: one thread is in at a time, and each event is run once, by who is in, or given back by a
// gate that is closed.

#include <cstdio>

#include "verification/interleaving/gate_scenario.hpp"

namespace {

using namespace interleaving;

template <class Scenario, class... Args>
void prove(const char* what, unsigned threads, const Args&... args) {
  const counts c = explore(threads, [&] { return std::make_unique<Scenario>(args...); });
  std::printf("%-64s %8lu interleavings, %9lu steps\n", what, c.different, c.steps);
  std::fflush(stdout);
}

}  // namespace

int main() {
  prove<pushers<gate>>("two push one event each", 2, begins::free, 2U, 1U);
  prove<pushers<gate>>("one is in, and two push one event each", 2, begins::occupied, 2U, 1U);
  prove<pushers<gate>>("two push two events each", 2, begins::free, 2U, 2U);
  prove<pushers<gate>>("one is in, and two push two events each", 2, begins::occupied, 2U, 2U);
  prove<pushers<gate>>("three push one event each", 3, begins::free, 3U, 1U);
  prove<pushers<gate>>("one is in, and three push one event each", 3, begins::occupied, 3U, 1U);
  prove<entering<gate>>("two enter", 2);
  prove<entering<gate>>("three enter", 3);
  prove<closing<gate>>("one who is in closes it, and another one pushes two events", 2, 2U);
  prove<closing<gate>>("one who is in closes it, and two others push one event each", 3, 1U);
  prove<leaving_events<gate>>("one leaves the events, and another one pushes", 2);
  prove<leaving_events<gate>>("one leaves the events, and two others push", 3);
}
