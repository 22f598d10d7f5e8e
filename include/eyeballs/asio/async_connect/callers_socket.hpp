// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// A socket of the caller's that is to be connected. It is open from the initiation to the end of the
// operation: so whoever closes it gives the operation up.

#include <system_error>
#include <type_traits>
#include <utility>

#include "../../core/result.hpp"
#include "../error.hpp"
#include "../host/stream_socket.hpp"

#include EYEBALLS_ASIO_HEADER(basic_socket.hpp)

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// The error of a connect that its caller has given up.
inline error given_up() { return error(std::make_error_code(std::errc::operation_canceled)); }

/// A reference to it. It is not touched once the execution context has died, as it may be gone then.
template <class Protocol, class Executor> class callers_socket {
 public:
  using type = asio::basic_socket<Protocol, Executor>;

  explicit callers_socket(type& s) noexcept : socket_(&s) {}

  type& get() const noexcept { return *socket_; }

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

  /// Becomes `other`, which has the same executor.
  void become(type&& other) { *socket_ = std::move(other); }

  /// Becomes `other`, of the same execution context.
  template <class Other> result<void> become(Other&& other, const Protocol& protocol) {
    if constexpr (!std::is_base_of_v<type, Other>)
      return adopt(std::forward<Other>(other), protocol);
    else become(std::forward<Other>(other));
    opened_ = result<void>();
    return {};
  }

  /// Takes what `other` has, of whatever execution context, and keeps its own.
  template <class Other> result<void> adopt(Other&& other, const Protocol& protocol) {
    error_code code;
    other.native_non_blocking(false, code);  // as Asio takes what is assigned
    const auto native = other.release(code);
    if (!code) code = close_and_assign(protocol, native);
    if (code) return error(from_asio(code));
    opened_ = result<void>();
    return {};
  }

 private:
  error_code close_and_assign(const Protocol& protocol, typename type::native_handle_type native) {
    close();
    error_code code;
    socket_->assign(protocol, native, code);
    return code;
  }

  type* socket_;
  result<void> opened_ = error(std::make_error_code(std::errc::bad_file_descriptor));
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
