// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#ifndef EYEBALLS_TESTS_SUPPORT_ASIO_HPP
#define EYEBALLS_TESTS_SUPPORT_ASIO_HPP

// The same tests for both Asios: `asio` and `error_code` are those of the one at hand. And what the
// tests of the Asio backend share.

#include <chrono>
#include <cstddef>
#include <exception>
#include <functional>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "catch.hpp"
#include "eyeballs/asio.hpp"
#include "loopback.hpp"
#include "process.hpp"

// clang-format off
#include EYEBALLS_ASIO_HEADER(bind_executor.hpp)
#include EYEBALLS_ASIO_HEADER(bind_cancellation_slot.hpp)
#include EYEBALLS_ASIO_HEADER(buffer.hpp)
#include EYEBALLS_ASIO_HEADER(cancellation_signal.hpp)
#include EYEBALLS_ASIO_HEADER(detached.hpp)
#include EYEBALLS_ASIO_HEADER(executor_work_guard.hpp)
#include EYEBALLS_ASIO_HEADER(io_context.hpp)
#include EYEBALLS_ASIO_HEADER(ip/tcp.hpp)
#include EYEBALLS_ASIO_HEADER(post.hpp)
#include EYEBALLS_ASIO_HEADER(read.hpp)
#include EYEBALLS_ASIO_HEADER(steady_timer.hpp)
#include EYEBALLS_ASIO_HEADER(strand.hpp)
#include EYEBALLS_ASIO_HEADER(thread_pool.hpp)
#include EYEBALLS_ASIO_HEADER(use_future.hpp)
#include EYEBALLS_ASIO_HEADER(write.hpp)
// clang-format on

using namespace eyeballs;
using namespace std::chrono_literals;
using support::everywhere;
using support::has_ipv6;
using support::loopback_port;
using support::open_files;
using support::refusing_port;
using support::silent_port;

#ifdef EYEBALLS_USE_BOOST_ASIO
namespace asio = boost::asio;
using asio_system_error = boost::system::system_error;
#else
using asio_system_error = asio::system_error;
#endif

/// How a task that was spawned ended, as its handler was told.
template <class T> class ending {
 public:
  void operator()(std::exception_ptr e, T v) {
    why = std::move(e);
    value.emplace(std::move(v));
    ++calls;
  }

  int calls = 0;
  std::exception_ptr why;
  std::optional<T> value;
};

template <> class ending<void> {
 public:
  void operator()(std::exception_ptr e) {
    why = std::move(e);
    ++calls;
  }

  int calls = 0;
  std::exception_ptr why;
};

/// A handler that passes on to `h`. Boost 1.81 can't ask a std::ref for its cancellation slot.
template <class H> auto into(H& h) {
  return [&h]<class... Told>(Told... told)
    requires std::is_invocable_v<H&, Told...>
  { h(std::move(told)...); };
}

/// The code that a handler was told, in an exception of Asio's or of ours.
inline error_code code_of(const std::exception_ptr& why) {
  if (!why) return {};
  try {
    std::rethrow_exception(why);
#ifdef EYEBALLS_USE_BOOST_ASIO
  } catch (const boost::system::system_error& e) {
    return e.code();
#endif
  } catch (const std::system_error& e) { return to_asio(e.code()); } catch (...) {
    return asio::error::fault;  // no code at all
  }
}

/// Runs a task on a context, to the end of all its work.
template <class T> ending<T> run_in(asio::io_context& io, task<T> t) {
  ending<T> end;
  co_spawn(io, std::move(t), into(end));
  io.restart();
  io.run();
  return end;
}

template <class T> ending<T> run_in_context(task<T> t) {
  asio::io_context io;
  return run_in(io, std::move(t));
}

/// A TCP server on loopback that accepts nobody, unless it is asked to.
inline tcp::acceptor listen_on(asio::io_context& io,
                               asio::ip::address at = asio::ip::address_v4::loopback()) {
  return tcp::acceptor(io, tcp::endpoint(at, 0));
}

inline std::string port_of(const tcp::acceptor& a) {
  return std::to_string(a.local_endpoint().port());
}

inline tcp::endpoint endpoint(const std::string& address, unsigned short port = 80) {
  return {asio::ip::make_address(address), port};
}

inline std::vector<tcp::endpoint> endpoints(const std::vector<std::string>& addresses) {
  std::vector<tcp::endpoint> all;
  for (const std::string& a : addresses) all.push_back(endpoint(a));
  return all;
}

/// A port at 127.0.0.1.
inline tcp::endpoint endpoint_of(const support::loopback_port& p) {
  return endpoint("127.0.0.1", p.number());
}

/// "192.0.2.1:80"
inline std::vector<std::string> texts(const std::vector<tcp::endpoint>& all) {
  std::vector<std::string> lines;
  for (const tcp::endpoint& e : all) lines.push_back(to_string(e));
  return lines;
}

inline std::vector<std::string> texts(const result<std::vector<tcp::endpoint>>& found) {
  REQUIRE(found.has_value());
  return texts(*found);
}

/// Of a query that has failed.
inline error_code code_of(const result<std::vector<tcp::endpoint>>& found) {
  REQUIRE(found.has_error());
  return to_asio(found.error().code());
}

/// An executor of a context that refuses all work.
class refusing_executor {
 public:
  explicit refusing_executor(asio::io_context& io) : io_(&io) {}

  asio::execution_context& query(asio::execution::context_t) const noexcept { return *io_; }

  static constexpr asio::execution::blocking_t query(asio::execution::blocking_t) noexcept {
    return asio::execution::blocking.never;
  }

  refusing_executor require(asio::execution::blocking_t::never_t) const { return *this; }

  template <class F> void execute(F f) const {
    [[maybe_unused]] const F dropped(std::move(f));
    throw std::system_error(std::make_error_code(std::errc::device_or_resource_busy));
  }

  bool operator==(const refusing_executor&) const = default;

 private:
  asio::io_context* io_;
};

/// At the head of a test: checks at its end that no file is left open.
class no_file_is_left {
 public:
  no_file_is_left() : before_(support::open_files()) {}

  no_file_is_left(const no_file_is_left&) = delete;

  ~no_file_is_left() { CHECK(support::open_files() == before_); }

 private:
  std::size_t before_;
};

#endif
