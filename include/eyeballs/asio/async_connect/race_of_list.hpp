// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The race of the endpoints of a list, whatever their protocol and the type of the sockets: compiled
// once.

#include <cstddef>
#include <optional>

#include "../../core/dataflow_variable.hpp"
#include "../../core/task.hpp"
#include "../config.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// One connect of a caller's socket to a list, as the race sees it.
class raced_list {
 public:
  /// The attempt at the next endpoint, which yields that one's place; `std::nullopt` after the last.
  virtual std::optional<task<std::size_t>> next() = 0;

  /// Whether the caller has given up.
  virtual bool is_lost() const noexcept = 0;

  /// The first attempt that has connected has won: the caller's socket becomes that attempt's.
  virtual void deliver() = 0;

  /// Nobody has won: the caller's socket is closed.
  virtual void close() noexcept = 0;

  /// `lost` is set when it is found out that the caller has given up.
  void report_to(dataflow_variable<>& lost) noexcept { lost_ = &lost; }

 protected:
  raced_list() = default;
  raced_list(raced_list&&) = default;
  ~raced_list() = default;

  void give_up() { lost_->set(); }

 private:
  dataflow_variable<>* lost_ = nullptr;
};

/// Yields the place of the winner, to which the caller's socket is connected then. Ends with
/// `operation_canceled` if the caller has given up.
template <class = void> task<std::size_t> race_list(raced_list& list);

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE

#ifdef EYEBALLS_SEPARATE_COMPILATION
namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

extern template task<std::size_t> race_list<>(raced_list&);

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
#else
#include "../impl/race_of_list.hpp"
#endif
