// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// A socket of the caller's that is to be connected. It is open from the initiation to the end of the
// operation: so whoever closes it gives the operation up.

#include <system_error>
#include <utility>

#include "../../core/result.hpp"
#include "../error.hpp"
#include "../host/stream_socket.hpp"

#include EYEBALLS_ASIO_HEADER(basic_socket.hpp)

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

inline error given_up() { return error(std::make_error_code(std::errc::operation_canceled)); }

/// A reference to it. It is not touched once the execution context has died, as it may be gone then.
template <class Protocol, class Executor> class callers_socket {
 public:
  using type = asio::basic_socket<Protocol, Executor>;

  explicit callers_socket(type& s) noexcept : socket_(&s) {}

  type& get() noexcept { return *socket_; }

  /// As Asio does, it is closed first.
  void open(const Protocol& protocol) {
    close();
    const error_code code = open_stream_socket(*socket_, protocol);
    opened_ = code ? result<void>(error(from_asio(code))) : result<void>();
  }

  /// Whether it could be opened, at the last try.
  const result<void>& opened() const noexcept { return opened_; }

  /// Whether somebody else has closed it.
  bool is_lost() const noexcept { return opened_.has_value() && !socket_->is_open(); }

  void close() noexcept {
    error_code ignored;
    socket_->close(ignored);
  }

  /// Becomes `winner`. It keeps its executor, which is the same.
  void become(type&& winner) { *socket_ = std::move(winner); }

 private:
  type* socket_;
  result<void> opened_ = error(std::make_error_code(std::errc::bad_file_descriptor));
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
