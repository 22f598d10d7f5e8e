// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What an application makes of a connected socket, whatever that is: so `connect` is compiled once.

#include <memory>
#include <utility>

#include "../../core/task.hpp"
#include "../endpoint.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// What was made. Its type is known to who asked for it.
class established_value {
 public:
  established_value() = default;
  established_value(const established_value&) = delete;
  virtual ~established_value() = default;
};

template <class T> class established_as final : public established_value {
 public:
  explicit established_as(T&& value) : value_(std::move(value)) {}

  T&& take() noexcept { return std::move(value_); }

 private:
  T value_;
};

/// It is moved without a throw, whatever it holds.
using established = std::unique_ptr<established_value>;

class establisher {
 public:
  /// Called once for each attempt that TCP has connected. What the task leaves of the socket is
  /// closed with its frame.
  virtual task<established> establish(tcp::socket socket) = 0;

 protected:
  ~establisher() = default;
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
