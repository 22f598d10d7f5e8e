// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Gives the handler of an `async_connect` the whole story: what was asked, what was tried, when, and
// what became of it.
//
//     using report = connect_report<tcp::endpoint>;
//     async_connect(executor, "example.com", "443",
//                   with_report([](error_code ec, tcp::socket socket, report r) { ... }));
//
//     auto [ec, socket, report] =
//         co_await async_connect(executor, host, "443", with_report(as_tuple(use_awaitable)));

#include <memory>
#include <type_traits>
#include <utility>

#include "../by_name/connect_report.hpp"
#include "async_connect/kept_options.hpp"
#include "endpoint.hpp"

#include EYEBALLS_ASIO_HEADER(associator.hpp)
#include EYEBALLS_ASIO_HEADER(async_result.hpp)

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

using tcp_report = connect_report<tcp::endpoint>;

template <class Token> struct with_report_token {
  Token token;
};

/// Keeps the report while it is written.
template <class Handler> class reporting_handler {
 public:
  reporting_handler(Handler&& h, std::unique_ptr<tcp_report>&& r)
      : handler_(std::move(h)), report_(std::move(r)) {}

  const Handler& handler() const noexcept { return handler_; }

  /// As for every handler of Asio's, the call is the last that is done with it.
  template <class... Args> void operator()(Args&&... args) {
    std::move(handler_)(std::forward<Args>(args)..., std::move(*report_));
  }

 private:
  Handler handler_;
  std::unique_ptr<tcp_report> report_;
};

/// The executor of an initiation, if that has one. Those of Asio's own adaptors have none.
template <class Initiation> struct executor_of_initiation {};

template <class Initiation>
  requires requires { typename Initiation::executor_type; }
struct executor_of_initiation<Initiation> {
  using executor_type = typename Initiation::executor_type;
};

/// An initiation whose options say where the report is to be written.
template <class Initiation> class initiate_reported : public executor_of_initiation<Initiation> {
 public:
  explicit initiate_reported(Initiation i) : initiation_(std::move(i)) {}

  auto get_executor() const noexcept
    requires requires(const Initiation& i) { i.get_executor(); }
  {
    return initiation_.get_executor();
  }

  template <class Handler, class... Args> void operator()(Handler&& handler, Args... args) {
    static_assert(
        (std::is_same_v<Args, kept_options> || ...),
        "eyeballs: with_report is for the forms of async_connect that have options: with a "
        "host, or with endpoints and options");
    auto report = std::make_unique<tcp_report>();
    (report_to(*report, args), ...);
    using reporting = reporting_handler<std::decay_t<Handler>>;
    std::move(initiation_)(
        reporting(std::decay_t<Handler>(std::forward<Handler>(handler)), std::move(report)),
        std::move(args)...);
  }

 private:
  static void report_to(tcp_report& report, kept_options& options) noexcept {
    options.report_to(report);
  }

  template <class Other> static void report_to(tcp_report&, Other&) noexcept {}

  Initiation initiation_;
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE

namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE {

/// A completion token that adds a last argument, the report, to what `async_connect` completes with:
/// `void(error_code, T, connect_report<tcp::endpoint>)`.
///
/// * `token`: any completion token. A coroutine that wants the report of a failure, too, makes it one
///   that throws nothing: `with_report(as_tuple(use_awaitable))`.
///
/// It works with each form that has options, given or not: with a host, or with endpoints and options.
/// The report is complete after every end: success, failure, the timeout, and a stop. (Where the
/// arguments are wrong, there is nothing to report.) It is what
/// `connect_options::report` would have; that one, if it is given, is not written. Executor, allocator
/// and cancellation slot are those of the token. The memory of the report is that of `new`.
template <class Token> auto with_report(Token&& token) {
  return detail::with_report_token<std::decay_t<Token>>{std::forward<Token>(token)};
}

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE

#ifdef EYEBALLS_USE_BOOST_ASIO
namespace boost::asio {
#else
namespace asio {
#endif

template <class Token, class T>
class async_result<eyeballs::detail::with_report_token<Token>, void(eyeballs::error_code, T)> {
  using signature = void(eyeballs::error_code, T, eyeballs::detail::tcp_report);

 public:
  template <class Initiation, class... Args>
  static auto initiate(Initiation&& initiation, eyeballs::detail::with_report_token<Token> reported,
                       Args&&... args)
      -> decltype(async_initiate<Token, signature>(
          std::declval<eyeballs::detail::initiate_reported<std::decay_t<Initiation>>>(),
          reported.token, std::forward<Args>(args)...)) {
    using initiate_reported = eyeballs::detail::initiate_reported<std::decay_t<Initiation>>;
    return async_initiate<Token, signature>(initiate_reported(std::forward<Initiation>(initiation)),
                                            reported.token, std::forward<Args>(args)...);
  }
};

template <template <class, class> class Associator, class Handler, class Default>
struct associator<Associator, eyeballs::detail::reporting_handler<Handler>, Default>
    : Associator<Handler, Default> {
  using reporting_handler = eyeballs::detail::reporting_handler<Handler>;

  static auto get(const reporting_handler& h) noexcept {
    return Associator<Handler, Default>::get(h.handler());
  }

  static auto get(const reporting_handler& h, const Default& otherwise) noexcept {
    return Associator<Handler, Default>::get(h.handler(), otherwise);
  }
};

}  // namespace asio
