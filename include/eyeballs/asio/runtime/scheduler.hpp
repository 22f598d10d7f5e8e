// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The scheduler of a tree of tasks on an Asio executor, as the waits of the tree see it. How it
// runs, and ends, is in tree.hpp.
//
// Each operation's handler is called or destroyed uncalled, once, on whichever thread. Either way
// its event goes through the gate of the tree's strand, and counts there: so none is lost, and the
// tree knows, without an atomic, how many are still to come.

#include <chrono>
#include <cstddef>
#include <cstring>
#include <utility>

#include "../../core/operation.hpp"
#include "../../runtime/run_loop.hpp"
#include "tree_executor.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// What time it is on every tree of Asio's.
inline time_point asio_now() noexcept { return std::chrono::steady_clock::now(); }

class asio_scheduler : public run_loop, public strand_user {
 public:
  /// What the tree lives on.
  tree_executor executor() const noexcept { return tree_executor(strand_); }

  const strand_ptr& strand() const noexcept { return strand_; }

  /// The context has died: no wait may start an operation again, and none will be answered.
  bool abandoned() const noexcept { return abandoned_; }

  /// An operation is about to be initiated: its handler will be heard of.
  void operation_begins() noexcept { ++operations_; }

  /// By who is in: an operation's handler was called or destroyed, and `end` is its event.
  void operation_ends(work_item& end) noexcept {
    --operations_;
    post_event(end);
  }

 protected:
  asio_scheduler(strand_ptr s, frame_resource* frames) noexcept
      : run_loop(frames), strand_(std::move(s)) {
    backend = name;
  }

  ~asio_scheduler() = default;

  std::size_t operations() const noexcept { return operations_; }

  void set_abandoned() noexcept { abandoned_ = true; }

  time_point now() const noexcept override { return asio_now(); }

 private:
  friend asio_scheduler* asio_scheduler_of(const environment& here) noexcept;

#ifdef EYEBALLS_USE_BOOST_ASIO
  static constexpr char name[] = "Boost.Asio";
#else
  static constexpr char name[] = "Asio";
#endif

  strand_ptr strand_;
  std::size_t operations_ = 0;  // whose handlers are still to be called or destroyed
  bool abandoned_ = false;
};

/// Null, if the tree does not run on this Asio. Shared objects may have names of their own.
inline asio_scheduler* asio_scheduler_of(const environment& here) noexcept {
  const char* const backend = here.where->backend;
  if (backend == asio_scheduler::name || (backend && !std::strcmp(backend, asio_scheduler::name)))
    return static_cast<asio_scheduler*>(here.where);
  return nullptr;
}

inline error not_on_asio() {
  return error(std::make_error_code(std::errc::operation_not_supported),
               "an Asio operation outside of a task tree that runs on this Asio");
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
