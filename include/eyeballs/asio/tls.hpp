// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Connects to a host by Happy Eyeballs and TLS: a connection counts when the server has proved who it
// is. Not part of asio.hpp; link eyeballs::tls too.
//
//     asio::ssl::context context(asio::ssl::context::tls_client);
//     context.set_default_verify_paths();
//     tls_stream s = co_await connect_tls(executor, context, "example.com", "443");
//     async_connect_tls(executor, context, "example.com", "443", [](error_code ec, tls_stream s) {});

#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

#include "async_connect/arguments.hpp"
#include "async_connect/code_of.hpp"
#include "async_connect/completion_arguments.hpp"
#include "async_connect/kept_options.hpp"
#include "connect.hpp"
#include "connect_options.hpp"
#include "runtime/initiation.hpp"
#include "runtime/spawned.hpp"
#include "tls/alpn.hpp"
#include "tls/client_stage.hpp"

#include EYEBALLS_ASIO_HEADER(any_io_executor.hpp)

namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE {

/// The options of `connect_tls` and `async_connect_tls`.
struct tls_options {
  /// Those of the connect, whose limits on time hold for TLS as well.
  connect_options connect = {};

  /// The protocols that are offered to the server (ALPN), the best first, with commas between them:
  /// "h2,http/1.1". The characters outlive a task; `async_connect_tls` copies them.
  std::string_view alpn = {};
};

// Compilers destroy a temporary with a destructor twice beside `co_await`.
static_assert(std::is_trivially_destructible_v<tls_options>);

/// The protocol that the server has chosen of those that it was offered; empty, if none. It is good
/// as long as the stream is.
inline std::string_view chosen_alpn(tls_stream& stream) noexcept {
  const unsigned char* name = nullptr;
  unsigned length = 0;
  SSL_get0_alpn_selected(stream.native_handle(), &name, &length);
  return {reinterpret_cast<const char*>(name), length};
}

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

inline result<tls_client_stage> tls_stage(asio::ssl::context& context, const std::string& host,
                                          std::string_view alpn) {
  if (host.starts_with('.'))  // which OpenSSL takes for all that is below
    return error(std::make_error_code(std::errc::invalid_argument), "host " + host);
  auto sent = alpn_as_sent(alpn);
  if (!sent) return std::move(sent).error();
  return tls_client_stage(context, host, *std::move(sent));
}

template <class = void> task<tls_stream> failed_tls(error why) { co_return fail(std::move(why)); }

template <class = void> task<tls_stream> connect_by_tls(asio::any_io_executor executor,
                                                        std::string host, std::string service,
                                                        result<tls_client_stage> stage,
                                                        const connect_options& options) {
  if (!stage) return failed_tls(std::move(stage).error());
  return eyeballs::connect(std::move(executor), std::move(host), std::move(service),
                           *std::move(stage), options);
}

/// As `code_of`; those of OpenSSL have Asio's own categories.
inline error_code tls_code_of(const outcome<tls_stream>& end) noexcept {
#ifdef EYEBALLS_USE_BOOST_ASIO
  if (end.has_error()) {
    const std::error_code code = end.error().code();
    for (const auto* category :
         {&asio::error::get_ssl_category(), &asio::ssl::error::get_stream_category()})
      if (code.category() == static_cast<const std::error_category&>(*category))
        return {code.value(), *category};
  }
#endif
  return code_of(end);
}

/// The stream that is connected: a new one, if none is.
class tls_arguments {
 public:
  tls_arguments(const asio::any_io_executor& executor, asio::ssl::context& context)
      : none_(executor, context) {}

  std::tuple<error_code, tls_stream> operator()(outcome<tls_stream>&& end) const {
    if (end) return {error_code(), *std::move(end)};
    return {tls_code_of(end), std::move(none_)};
  }

 private:
  mutable tls_stream none_;  // made when nothing can go wrong yet
};

template <class Executor> class initiate_tls : public initiation<Executor> {
 public:
  initiate_tls(const Executor& ex, asio::ssl::context& context)
      : initiation<Executor>(ex), context_(&context) {}

  template <class Handler> void operator()(Handler&& handler, std::string host, std::string service,
                                           result<tls_client_stage> stage,
                                           kept_options options) const {
    using handler_type = std::decay_t<Handler>;
    using arguments = arguments_with_key<tls_arguments>;
    const auto make = [&, used = options.get()] {
      return connect_by_tls(this->executor_, std::move(host), std::move(service), std::move(stage),
                            used);
    };
    spawned<Executor, tls_stream, handler_type, arguments>::start_made(
        this->executor_, make, handler_type(std::forward<Handler>(handler)),
        arguments(tls_arguments(this->executor_, *context_), std::move(options)));
  }

 private:
  asio::ssl::context* context_;
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE

namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE {

/// Connects to a host by its name, and by TLS: `connect` with an `establish` that makes the
/// handshake, within the race. A server that accepts and never answers costs one delay, and one with
/// a wrong certificate nothing.
///
/// * `context`: the certificates that are trusted, and all else about TLS. It outlives the connect.
///   Whatever it says of verification, the server's certificate is verified, and must be for `host`:
///   for the name without a dot at its end, or for the address. A name is sent to the server (SNI).
///   A verify callback of the context is asked after that, and may refuse what is right so far. (What
///   SSL_CTX_set_cert_verify_callback has set stands in place of OpenSSL's own verification of the
///   chain; that the certificate is for the host is verified all the same.)
/// * `options`: see `tls_options`.
///
/// Yields a stream whose handshake is done; `chosen_alpn` tells the protocol. It ends as `connect`
/// does. The error of an attempt that TLS has failed is about the endpoint, and its cause says why:
/// what is wrong with the certificate, by OpenSSL's words, if that is the reason. Its code is one of
/// OpenSSL's, or that of the connection, if the server hangs up.
template <class = void> task<tls_stream> connect_tls(detail::asio::any_io_executor executor,
                                                     detail::asio::ssl::context& context,
                                                     std::string host, std::string service,
                                                     tls_options options = {}) {
  auto stage = detail::tls_stage(context, host, options.alpn);
  return detail::connect_by_tls(std::move(executor), std::move(host), std::move(service),
                                std::move(stage), options.connect);
}

/// `connect_tls` as an asynchronous operation of Asio's: `async_connect` to a host, but for these.
///
/// * `context` outlives the operation.
/// * `token`: any completion token, for `void(error_code, tls_stream)`. Where there is an error, the
///   stream is a new one on the executor and the context.
/// * The code may be one of OpenSSL's, as Asio's own operations tell it.
template <class Place, class Token = detail::default_token<detail::executor_at<Place>>>
  requires detail::place<std::remove_cvref_t<Place>>
auto async_connect_tls(Place&& place, detail::asio::ssl::context& context,
                       detail::host_argument host, detail::service_argument service,
                       tls_options options,
                       Token&& token = detail::default_token<detail::executor_at<Place>>()) {
  std::string name = std::move(host).take();
  auto stage = detail::tls_stage(context, name, options.alpn);
  return detail::asio::async_initiate<Token, void(error_code, tls_stream)>(
      detail::initiate_tls<detail::executor_at<Place>>(detail::executor_of(place), context), token,
      std::move(name), std::move(service).take(), std::move(stage),
      detail::kept_options(options.connect));
}

/// The same, with the default options.
template <class Place, class Token = detail::default_token<detail::executor_at<Place>>>
  requires detail::place<std::remove_cvref_t<Place>> &&
           (!std::is_same_v<std::decay_t<Token>, tls_options>)
auto async_connect_tls(Place&& place, detail::asio::ssl::context& context,
                       detail::host_argument host, detail::service_argument service,
                       Token&& token = detail::default_token<detail::executor_at<Place>>()) {
  return async_connect_tls(std::forward<Place>(place), context, std::move(host), std::move(service),
                           tls_options(), std::forward<Token>(token));
}

}  // namespace eyeballs::inline EYEBALLS_ASIO_NAMESPACE
