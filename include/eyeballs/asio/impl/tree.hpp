// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// How a tree of tasks runs and ends.

#include <algorithm>
#include <cstddef>
#include <limits>
#include <utility>

#include "../runtime/tree.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

void asio_root::run() {
  if (abandoned()) return unwind();
  if (!std::exchange(has_begun_, true)) post_event(root_.begin_event());
  std::size_t budget = items_per_handler;
  do {
    budget -= std::min(budget, strand()->run_events(left_functions::called));
    run_turns(budget);
    if (phase_ == phase::finished) return finish();
    if (try_arm_timer() == arming::done && budget > 0) continue;
    if (strand()->stay_in() == wake_result::done) return;
    budget = items_per_handler;  // nobody else would do it
  } while (!idle() || strand()->leave() == leaving::still_in);
}

void asio_root::abandon() noexcept {
  set_abandoned();
  do {
    strand()->run_events(left_functions::dropped);
    if (operations() == 0) return unwind();
  } while (strand()->leave() == leaving::still_in);
}

void asio_root::on_refusal() noexcept {
  do {
    strand()->run_events(left_functions::dropped);
    const bool somebody_will_come = operations() > 0 || strand()->is_armed();
    if (somebody_will_come) continue;
    if (strand()->stay_in() == wake_result::refused) unwind();
    return;
  } while (strand()->leave() == leaving::still_in);
}

void asio_root::unwind() noexcept {
  set_abandoned();
  phase_ = phase::unwinding;
  abandonment.request_stop();
  root_.request_stop();
  do {
    std::size_t all = std::numeric_limits<std::size_t>::max();
    run_items(all);
    strand()->run_events(left_functions::dropped);
    if (idle() && operations() == 0) return destroy();
  } while (!idle() || strand()->leave() == leaving::still_in);
}

void asio_root::on_stop() noexcept { post_event(root_.stop_event()); }

void asio_root::post_from_anywhere(work_item& item) noexcept {
  if (strand()->is_inside()) post_event(item);
  else strand_ptr(strand())->push(item);
}

void asio_root::wake() noexcept {
  if (!strand()->is_inside()) strand()->try_wake();
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
