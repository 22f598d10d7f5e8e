// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// A TCP socket of the caller's, whatever its executor, as a connect by name uses it: for the first
// attempt, and for what has won. It is open from the initiation on, so that whoever closes it gives
// up, also while names are looked up.

#include <utility>

#include "../../attempts/in_place.hpp"
#include "../../core/dataflow_variable.hpp"
#include "../../core/task.hpp"
#include "../endpoint.hpp"
#include "callers_socket.hpp"
#include "socket_connect_operation.hpp"

#include EYEBALLS_ASIO_HEADER(any_io_executor.hpp)

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

class callers_tcp_socket {
 public:
  /// That of the sockets of further attempts.
  virtual asio::any_io_executor executor() const = 0;

  virtual bool is_open() const noexcept = 0;

  /// Whether the caller has given up.
  virtual bool is_lost() const noexcept = 0;

  /// Opens it again, as nobody else has closed it.
  virtual void open(const tcp& protocol) = 0;

  virtual void close() noexcept = 0;

  /// Becomes another socket, on the executor that it has.
  virtual result<void> become(tcp::socket&& other, const tcp& protocol) = 0;

  /// Connects it. The endpoint outlives the task.
  virtual task<> connect(const tcp::endpoint& to) = 0;

  /// `lost` is set when it is found out that the caller has given up.
  void report_to(dataflow_variable<>& lost) noexcept { lost_ = &lost; }

  error give_up() {
    lost_->set();
    return given_up();
  }

 protected:
  callers_tcp_socket() = default;
  callers_tcp_socket(callers_tcp_socket&&) = default;
  ~callers_tcp_socket() = default;

 private:
  dataflow_variable<>* lost_ = nullptr;
};

template <class Executor> class callers_tcp_socket_on final : public callers_tcp_socket {
 public:
  /// In the initiation.
  explicit callers_tcp_socket_on(asio::basic_socket<tcp, Executor>& s) : socket_(s) {
    socket_.open(tcp::v4());
    if (!socket_.opened()) socket_.open(tcp::v6());
  }

 private:
  asio::any_io_executor executor() const override { return socket_.get().get_executor(); }

  bool is_open() const noexcept override { return socket_.get().is_open(); }

  bool is_lost() const noexcept override { return socket_.is_lost(); }

  void open(const tcp& protocol) override { socket_.open(protocol); }

  void close() noexcept override { socket_.close(); }

  result<void> become(tcp::socket&& other, const tcp& protocol) override {
    return socket_.become(std::move(other), protocol);
  }

  task<> connect(const tcp::endpoint& to) override {
    socket_connect_operation<tcp, Executor> connecting(socket_.get(), to);
    co_await until_ended(connecting);
    result<void> end = connecting.take();
    if (!end) co_await fail(std::move(end).error());
  }

  callers_socket<tcp, Executor> socket_;
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
