// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// A client that stays connected: it tries again with a longer pause each time, and reads what the
// server says. Ctrl-C ends it at once, whatever it waits for.
//
//     retry HOST SERVICE

#include <algorithm>
#include <asio/buffer.hpp>
#include <asio/io_context.hpp>
#include <asio/signal_set.hpp>
#include <chrono>
#include <csignal>
#include <eyeballs/asio.hpp>
#include <iostream>
#include <string>

using namespace std::chrono_literals;
using eyeballs::tcp;

namespace {

/// The pauses between attempts: 100 ms, twice that, and so on, up to 5 s.
class backoff {
 public:
  eyeballs::duration next() {
    const auto pause = pause_;
    pause_ = std::min(2 * pause_, eyeballs::duration(5s));
    return pause;
  }

 private:
  eyeballs::duration pause_ = 100ms;
};

/// Prints what the server says, until it closes the connection.
eyeballs::task<> print_all(tcp::socket socket) {
  char text[1024];
  for (;;) {
    auto read = socket.async_read_some(asio::buffer(text), eyeballs::use_task);
    const auto length = co_await eyeballs::as_result(std::move(read));
    if (!length) co_return;
    std::cout.write(text, static_cast<std::streamsize>(*length)).flush();
  }
}

/// It never ends by itself. All of it is stopped where it waits: the lookup, the attempts, the pause.
eyeballs::task<> stay_connected(asio::any_io_executor executor, std::string host,
                                std::string service) {
  backoff pauses;
  for (;;) {
    auto connecting = eyeballs::connect(executor, host, service, {.timeout = 10s});
    auto socket = co_await as_result(std::move(connecting));
    if (socket) {
      std::cout << "connected to " << socket->remote_endpoint() << std::endl;
      pauses = backoff();
      co_await print_all(*std::move(socket));
      std::cout << "disconnected" << std::endl;
    } else {
      std::cout << socket.error().message() << std::endl;
    }
    co_await eyeballs::sleep(pauses.next());
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  asio::io_context context(1);
  asio::signal_set signals(context, SIGINT, SIGTERM);
  auto client = race(stay_connected(context.get_executor(), argv[1], argv[2]),
                     signals.async_wait(eyeballs::use_task));
  co_spawn(context, std::move(client), [](std::exception_ptr, auto) { std::cout << "bye\n"; });
  context.run();
}
