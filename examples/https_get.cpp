// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// An HTTPS client whose race is over when a server has proved who it is: one that accepts and says
// nothing costs a delay, and one with a wrong certificate nothing. Prints what the server answers.
//
//     https_get HOST [SERVICE [FILE]]        FILE has certificates to trust beside the system's

#include <asio/buffer.hpp>
#include <asio/io_context.hpp>
#include <asio/read.hpp>
#include <asio/write.hpp>
#include <cstddef>
#include <eyeballs/asio.hpp>
#include <eyeballs/asio/tls.hpp>
#include <iostream>
#include <string>

using eyeballs::as_result;
using eyeballs::result;
using eyeballs::task;
using eyeballs::tls_stream;
using eyeballs::use_task;
using namespace std::chrono_literals;

namespace ssl = asio::ssl;

/// What the server answers, to the end of the connection; or why there is none.
task<std::string> get(asio::io_context& context, ssl::context& tls, std::string host,
                      std::string service) {
  const eyeballs::tls_options options{.connect = {.timeout = 10s}, .alpn = "http/1.1"};
  tls_stream stream =
      co_await eyeballs::connect_tls(context.get_executor(), tls, host, service, options);
  const std::string request = "GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
  co_await asio::async_write(stream, asio::buffer(request), use_task);

  std::string answer;
  const result<std::size_t> end =
      co_await as_result(asio::async_read(stream, asio::dynamic_buffer(answer), use_task));
  const bool is_whole = !end && end.error().code() == asio::error::eof;  // not cut off by anybody
  if (!is_whole) co_return eyeballs::fail(std::errc::connection_aborted, "the answer");
  co_return answer;
}

task<bool> program(asio::io_context& context, ssl::context& tls, std::string host,
                   std::string service) {
  const result<std::string> answer = co_await as_result(get(context, tls, host, service));
  if (answer) std::cout << *answer << '\n';
  else std::cerr << answer.error().message() << '\n';
  co_return answer.has_value();
}

int main(int argc, char** argv) {
  if (argc < 2 || argc > 4) {
    std::cerr << "usage: https_get HOST [SERVICE [FILE]]\n";
    return 2;
  }
  asio::io_context context(1);
  ssl::context tls(ssl::context::tls_client);
  tls.set_default_verify_paths();
  if (argc == 4) tls.load_verify_file(argv[3]);

  bool succeeded = false;
  eyeballs::co_spawn(context, program(context, tls, argv[1], argc > 2 ? argv[2] : "https"),
                     [&](std::exception_ptr failed, bool has_answer) {
                       if (failed) std::rethrow_exception(failed);
                       succeeded = has_answer;
                     });
  context.run();
  return succeeded ? 0 : 1;
}
