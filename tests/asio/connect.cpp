// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "eyeballs/asio/connect.hpp"

#include <algorithm>
#include <future>
#include <string>
#include <thread>
#include <vector>

#include "support/asio.hpp"
#include "support/lookups.hpp"

// clang-format off
#ifdef EYEBALLS_USE_BOOST_ASIO
#include <boost/asio/deferred.hpp>
#else
#include <asio/version.hpp>
#if ASIO_VERSION >= 102300
#include <asio/deferred.hpp>
#endif
#endif
// clang-format on

namespace {

using strings = std::vector<std::string>;

/// What a handler of `async_connect` was told.
struct told {
  void operator()(error_code c, tcp::socket s) {
    code = c;
    socket.emplace(std::move(s));
    ++calls;
  }
  int calls = 0;
  error_code code;
  std::optional<tcp::socket> socket;
};
told connect_in(asio::io_context& io, const std::string& host, const std::string& service,
                connect_options options = {}) {
  told t;
  async_connect(io, host, service, options, into(t));
  CHECK(t.calls == 0);
  io.restart();
  io.run();
  CHECK(t.calls == 1);
  return t;
}

/// How `connect` ended, as a task.
struct end_of_connect {
  bool connected = false;
  error why{std::error_code()};
};
task<end_of_connect> try_connect(asio::io_context& io, std::string host, std::string service,
                                 connect_options options) {
  auto r = co_await as_result(connect(io.get_executor(), host, service, options));
  end_of_connect e;
  e.connected = r.has_value();
  if (!r) e.why = r.error();
  co_return e;
}
end_of_connect connect_as_task(asio::io_context& io, const std::string& host,
                               const std::string& service, connect_options options = {}) {
  auto end = run_in(io, try_connect(io, host, service, options));
  CHECK(!end.why);
  return *end.value;
}

class observer : public attempt_observer<tcp::endpoint> {
 public:
  strings log;
 private:
  void started(std::size_t index, const tcp::endpoint& e) noexcept override {
    log.push_back(std::to_string(index) + " starts " + e.address().to_string());
  }
  void ended(std::size_t index, const tcp::endpoint&, bool connected,
             const error* why) noexcept override {
    log.push_back(std::to_string(index) + (connected ? " connected"
                                           : why     ? " failed: " + why->code().message()
                                                     : " stopped"));
  }
};

std::string refused_text() { return std::make_error_code(std::errc::connection_refused).message(); }

/// A listener of the second of the two addresses of two.test, whose first refuses.
struct second_of_two {
  explicit second_of_two(asio::io_context& io)
      : acceptor(io, {asio::ip::make_address("127.0.0.2"), 0}) {}
  tcp::acceptor acceptor;
  std::string port() const { return port_of(acceptor); }
};

}  // namespace

TEST_CASE("connect by a literal address") {
  const no_file_is_left check;
  asio::io_context io;
  auto server = listen_on(io);
  auto t = connect_in(io, "127.0.0.1", port_of(server));
  CHECK(!t.code);
  CHECK(t.socket->remote_endpoint() == server.local_endpoint());
}

TEST_CASE("async_connect on a context takes its options in braces, as on an executor") {
  asio::io_context io;
  silent_listener silent(io);
  told on_context, on_executor;
  async_connect(io, "127.0.0.1", silent.port(), {.timeout = 5ms}, into(on_context));
  async_connect(io.get_executor(), "127.0.0.1", silent.port(), {.timeout = 5ms}, into(on_executor));
  io.run();
  CHECK(on_context.code == asio::error::timed_out);
  CHECK(on_executor.code == asio::error::timed_out);
}

TEST_CASE("connect by an IPv6 literal") {
  const no_file_is_left check;
  asio::io_context io;
  tcp::acceptor server(io);
  error_code no_ipv6;
  server.open(tcp::v6(), no_ipv6);
  if (!no_ipv6) server.bind({asio::ip::address_v6::loopback(), 0}, no_ipv6);
  if (no_ipv6) return;
  server.listen();
  auto t = connect_in(io, "::1", port_of(server));
  CHECK(!t.code);
  CHECK(t.socket->remote_endpoint() == server.local_endpoint());
}

TEST_CASE("connect by name") {
  const no_file_is_left check;
  asio::io_context io;
  auto server = listen_on(io);
  CHECK(connect_as_task(io, "localhost", port_of(server)).connected);
}

TEST_CASE("a connected socket is on the executor, and can be used") {
  const no_file_is_left check;
  asio::io_context io;
  auto server = listen_on(io);
  auto t = connect_in(io, "127.0.0.1", port_of(server));
  auto peer = server.accept();
  CHECK(t.socket->get_executor() == asio::any_io_executor(io.get_executor()));
  asio::write(*t.socket, asio::buffer("ping", 4));
  char text[4];
  CHECK(asio::read(peer, asio::buffer(text)) == 4);
  CHECK(std::string(text, 4) == "ping");
}

TEST_CASE("the second address is tried as soon as the first has refused") {
  const no_file_is_left check;
  asio::io_context io;
  second_of_two server(io);
  observer o;
  auto t = connect_in(io, "two.test", server.port(), {.attempt_delay = 1h, .observer = &o});
  CHECK(!t.code);
  CHECK(o.log == strings{"0 starts 127.0.0.1", "0 failed: " + refused_text(), "1 starts 127.0.0.2",
                         "1 connected"});
}

TEST_CASE("the addresses of both families take turns") {
  const no_file_is_left check;
  asio::io_context io;
  refusing_port nobody(io);
  observer o;
  connect_in(io, "both.test", nobody.name(), {.observer = &o});
  strings starts;
  for (const auto& line : o.log)
    if (line.find("starts") != line.npos) starts.push_back(line);
  CHECK(starts == strings{"0 starts ::1", "1 starts 127.0.0.1", "2 starts 127.0.0.2"});
}

TEST_CASE("a silent address does not hold up the next, and is stopped at the end") {
  const no_file_is_left check;
  asio::io_context io;
  silent_listener silent(io);
  tcp::acceptor server(io, {asio::ip::make_address("127.0.0.2"), silent.endpoint().port()});
  observer o;
  auto t = connect_in(io, "two.test", silent.port(), {.attempt_delay = 10ms, .observer = &o});
  CHECK(!t.code);
  CHECK(o.log == strings{"0 starts 127.0.0.1", "1 starts 127.0.0.2", "1 connected", "0 stopped"});
}

TEST_CASE("refused everywhere: the code, and each endpoint as a cause") {
  const no_file_is_left check;
  asio::io_context io;
  refusing_port nobody(io);
  auto end = connect_as_task(io, "two.test", nobody.name());
  CHECK(!end.connected);
  CHECK(to_asio(end.why.code()) == asio::error::connection_refused);
  REQUIRE(end.why.causes().size() == 2);
  CHECK(end.why.causes()[0].about() == "127.0.0.1:" + nobody.name());
  CHECK(end.why.causes()[1].about() == "127.0.0.2:" + nobody.name());
  for (const auto& cause : end.why.causes())
    CHECK(to_asio(cause.code()) == asio::error::connection_refused);
  CHECK(end.why.message().find("127.0.0.2:" + nobody.name()) != std::string::npos);
}

TEST_CASE("an unknown host: the error names it") {
  asio::io_context io;
  auto end = connect_as_task(io, "unknown.test", "80");
  CHECK(to_asio(end.why.code()) == asio::error::host_not_found);
  CHECK(end.why.message().find("unknown.test") != std::string::npos);
}

TEST_CASE("each attempt has its timeout") {
  const no_file_is_left check;
  asio::io_context io;
  silent_listener silent(io);
  observer o;
  auto end =
      connect_as_task(io, "127.0.0.1", silent.port(), {.attempt_timeout = 20ms, .observer = &o});
  CHECK(end.why.code() == std::errc::timed_out);
  REQUIRE(end.why.causes().size() == 1);
  CHECK(end.why.causes()[0].about() == "127.0.0.1:" + silent.port());
  CHECK(end.why.about() == "the only attempt to connect failed");
  REQUIRE(o.log.size() == 2);
  CHECK(o.log[1].find("failed") != std::string::npos);
}

TEST_CASE("the whole has its timeout; an observer hears that what was in flight was stopped",
          "[D8]") {
  const no_file_is_left check;
  asio::io_context io;
  silent_listener silent(io);
  observer o;
  auto end = connect_as_task(io, "127.0.0.1", silent.port(), {.timeout = 20ms, .observer = &o});
  CHECK(end.why.code() == std::errc::timed_out);
  CHECK(end.why.about() == "127.0.0.1 " + silent.port());
  CHECK(o.log == strings{"0 starts 127.0.0.1", "0 stopped"});
}

TEST_CASE("the timeout counts the lookup") {
  asio::io_context io;
  auto end = connect_as_task(io, "hangs.test", "80", {.timeout = 20ms});
  CHECK(end.why.code() == std::errc::timed_out);
  release_hung_lookups();
}

TEST_CASE("what is wrong with the arguments is said, a delay under 10 ms too", "[D2]") {
  struct mistake {
    std::string host, service;
    connect_options options;
    std::string says;
  };
  const std::vector<mistake> mistakes = {
      {"", "80", {}, "host is empty"},
      {std::string("a\0b", 3), "80", {}, "host has a NUL"},
      {"localhost", "", {}, "service is empty"},
      {"localhost", std::string("8\0", 2), {}, "service has a NUL"},
      {"localhost", "0", {}, "port 0 is not in 1 to 65535"},
      {"localhost", "65536", {}, "port 65536 is not in"},
      {"localhost", "99999999999999999999", {}, "port 99999999999999999999 is not in"},
      {"localhost", "-1", {}, "port -1 is not in"},
      {"localhost", "+80", {}, "port +80 is not in"},
      {"localhost", " 80", {}, "port  80 is not in"},
      {"localhost", " 65616", {}, "port  65616 is not in"},
      {"localhost", "\t-1", {}, "port \t-1 is not in"},
      {"localhost", "\n0", {}, "port \n0 is not in"},
      {"localhost", "80", {.attempt_delay = 9ms}, "attempt_delay is under 10 ms"},
      {"localhost", "80", {.attempt_delay = -1h}, "attempt_delay is under 10 ms"},
      {"localhost", "80", {.attempt_timeout = 0ms}, "attempt_timeout is not positive"},
      {"localhost", "80", {.attempt_timeout = -1ms}, "attempt_timeout is not positive"},
      {"localhost", "80", {.timeout = 0ms}, "timeout is not positive"},
      {"localhost", "80", {.timeout = duration::min()}, "timeout is not positive"},
  };
  asio::io_context io;
  for (const mistake& m : mistakes) {
    INFO(m.says);
    auto end = connect_as_task(io, m.host, m.service, m.options);
    CHECK(!end.connected);
    CHECK(end.why.code() == std::errc::invalid_argument);
    CHECK(end.why.message().find(m.says) != std::string::npos);
    CHECK(connect_in(io, m.host, m.service, m.options).code == asio::error::invalid_argument);
  }
}

TEST_CASE("the limits of the options are good") {
  const no_file_is_left check;
  asio::io_context io;
  auto server = listen_on(io);
  CHECK(connect_as_task(io, "127.0.0.1", port_of(server),
                        {.attempt_delay = 10ms, .attempt_timeout = 1h, .timeout = 1h})
            .connected);
  CHECK(connect_as_task(io, "127.0.0.1", port_of(server),
                        {.attempt_delay = duration::max(),
                         .attempt_timeout = duration::max(),
                         .timeout = duration::max()})
            .connected);
}

TEST_CASE("async_connect: the codes are Asio's own") {
  const no_file_is_left check;
  asio::io_context io;
  refusing_port nobody(io);
  silent_listener silent(io);
  CHECK(connect_in(io, "127.0.0.1", nobody.name()).code == asio::error::connection_refused);
  CHECK(connect_in(io, "127.0.0.1", silent.port(), {.timeout = 10ms}).code ==
        asio::error::timed_out);
  CHECK(connect_in(io, "127.0.0.1", silent.port(), {.attempt_timeout = 10ms}).code ==
        asio::error::timed_out);
  CHECK(connect_in(io, "unknown.test", "80").code == asio::error::host_not_found);
  CHECK(connect_in(io, "again.test", "80").code == asio::error::host_not_found_try_again);
  CHECK(connect_in(io, "127.0.0.1", "no-such-service").code == asio::error::service_not_found);
  CHECK(connect_in(io, "empty.test", "80").code == asio::error::not_found);
}

TEST_CASE("async_connect: a failure comes with a closed socket on the executor") {
  asio::io_context io;
  auto t = connect_in(io, "empty.test", "80");
  CHECK(!t.socket->is_open());
  CHECK(t.socket->get_executor() == asio::any_io_executor(io.get_executor()));
}

TEST_CASE("async_connect: a failure without a code is no success") {
  struct : resolver<tcp::endpoint> {
    task<std::vector<tcp::endpoint>> resolve(std::string, std::string, address_family) override {
      co_return fail(std::error_code());
    }
  } codeless;
  asio::io_context io;
  auto t = connect_in(io, "anything.test", "80", {.resolver = &codeless});
  CHECK(t.code);
  CHECK(!t.socket->is_open());
}

TEST_CASE("async_connect is cancelled by its slot") {
  const no_file_is_left check;
  for (auto type : {asio::cancellation_type::terminal, asio::cancellation_type::partial,
                    asio::cancellation_type::total}) {
    asio::io_context io;
    silent_listener silent(io);
    asio::cancellation_signal signal;
    told t;
    async_connect(io, "127.0.0.1", silent.port(),
                  asio::bind_cancellation_slot(signal.slot(), into(t)));
    asio::steady_timer later(io, 10ms);
    later.async_wait([&](auto) { signal.emit(type); });
    io.run();
    CHECK(t.calls == 1);
    CHECK(t.code == asio::error::operation_aborted);
  }
}

TEST_CASE("async_connect is cancelled before it has begun") {
  const no_file_is_left check;
  asio::io_context io;
  auto server = listen_on(io);
  asio::cancellation_signal signal;
  told t;
  async_connect(io, "127.0.0.1", port_of(server),
                asio::bind_cancellation_slot(signal.slot(), into(t)));
  signal.emit(asio::cancellation_type::terminal);
  io.run();
  CHECK(t.code == asio::error::operation_aborted);
}

TEST_CASE("async_connect is cancelled at any time, and never leaves a socket") {
  const no_file_is_left check;
  for (int i = 0; i < 40; ++i) {
    asio::io_context io;
    auto server = listen_on(io);
    asio::cancellation_signal signal;
    told t;
    async_connect(io, "127.0.0.1", port_of(server),
                  asio::bind_cancellation_slot(signal.slot(), into(t)));
    for (int n = 0; n < i; ++n) io.run_one_for(10ms);
    signal.emit(asio::cancellation_type::terminal);
    io.restart();
    io.run();
    CHECK(t.calls == 1);
    CHECK(t.socket->is_open() == !t.code);
    if (t.code) CHECK(t.code == asio::error::operation_aborted);
  }
}

TEST_CASE("async_connect with use_future") {
  const no_file_is_left check;
  asio::io_context io;
  auto server = listen_on(io);
  refusing_port nobody(io);
  auto socket = async_connect(io, "127.0.0.1", port_of(server), asio::use_future);
  auto error = async_connect(io, "127.0.0.1", nobody.name(), asio::use_future);
  io.run();
  CHECK(socket.get().is_open());
  CHECK_THROWS_AS(error.get(), system_error);
}

TEST_CASE("async_connect detached") {
  const no_file_is_left check;
  asio::io_context io;
  auto server = listen_on(io);
  async_connect(io, "127.0.0.1", port_of(server), asio::detached);
  io.run();
  CHECK(server.accept().is_open());
}

#if defined(EYEBALLS_USE_BOOST_ASIO) || ASIO_VERSION >= 102300
TEST_CASE("async_connect deferred") {
  const no_file_is_left check;
  asio::io_context io;
  auto server = listen_on(io);
  told t;
  auto later = async_connect(io, "127.0.0.1", port_of(server), asio::deferred);
  CHECK(io.run() == 0);
  std::move(later)(into(t));
  io.restart();
  io.run();
  CHECK(t.calls == 1);
  CHECK(!t.code);
}
#endif

TEST_CASE("async_connect within a task") {
  const no_file_is_left check;
  asio::io_context io;
  auto server = listen_on(io);
  auto connects = [](asio::io_context& c, std::string port) -> task<bool> {
    tcp::socket s = co_await async_connect(c, "127.0.0.1", port, use_task);
    co_return s.is_open();
  };
  CHECK(run_in(io, connects(io, port_of(server))).value == true);
}

TEST_CASE("async_connect on the executors that there are") {
  const no_file_is_left check;
  asio::io_context io;
  auto server = listen_on(io);
  const std::string port = port_of(server);
  asio::thread_pool pool(2);
  auto connects = [&](const auto& executor) {
    return async_connect(executor, "127.0.0.1", port, asio::use_future).get().is_open();
  };
  CHECK(connects(pool.get_executor()));
  CHECK(connects(asio::make_strand(pool)));
  CHECK(connects(asio::any_io_executor(pool.get_executor())));
  CHECK(connects(asio::any_io_executor(asio::make_strand(pool))));
}

TEST_CASE("many connects at once on a context that several threads run") {
  const no_file_is_left check;
  asio::io_context io;
  second_of_two server(io);
  std::vector<told> all(50);
  for (told& t : all) async_connect(io, "two.test", server.port(), into(t));
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) threads.emplace_back([&] { io.run(); });
  for (auto& t : threads) t.join();
  CHECK(std::all_of(all.begin(), all.end(),
                    [](const told& t) { return t.calls == 1 && !t.code && t.socket; }));
}

TEST_CASE("to_asio and the text of endpoints") {
  CHECK(to_asio(make_error_code(errc::no_endpoints)) == asio::error::not_found);
  CHECK(to_asio(make_error_code(errc::stopped)) == asio::error::operation_aborted);
  CHECK(to_asio(std::make_error_code(std::errc::timed_out)) == asio::error::timed_out);
  CHECK(to_asio(std::error_code(ECONNREFUSED, std::system_category())) ==
        asio::error::connection_refused);
  CHECK(!to_asio(std::error_code()));
  CHECK(to_string(tcp::endpoint(asio::ip::make_address("192.0.2.1"), 80)) == "192.0.2.1:80");
  CHECK(to_string(tcp::endpoint(asio::ip::make_address("2001:db8::1"), 80)) == "[2001:db8::1]:80");
}

namespace {
/// Vetoes one port, and remembers what it saw.
class doorkeeper final : public socket_preparer {
 public:
  explicit doorkeeper(std::string refused) : refused_(std::move(refused)) {}
  int seen = 0;
 private:
  error_code prepare(tcp::socket& socket, const tcp::endpoint& e) override {
    ++seen;
    CHECK(socket.is_open());
    return e.address().to_string() == refused_ ? error_code(asio::error::access_denied)
                                               : error_code();
  }
  std::string refused_;
};

/// Answers as a test says.
class scripted_resolver final : public resolver<tcp::endpoint> {
 public:
  std::vector<tcp::endpoint> v6, v4;
  int queries = 0;
 private:
  task<std::vector<tcp::endpoint>> resolve(std::string, std::string,
                                           address_family family) override {
    ++queries;
    co_return family == address_family::v4 ? v4 : v6;
  }
};
}  // namespace

TEST_CASE("the error of the timeout tells what has failed, and what was stopped", "[D8]") {
  no_file_is_left at_the_end;
  asio::io_context io;
  silent_listener silent(io);
  refusing_port nobody(io);
  scripted_resolver names;
  names.v4 = {nobody.endpoint(), silent.endpoint()};
  const auto end = connect_as_task(io, "any.test", "80", {.timeout = 50ms, .resolver = &names});
  CHECK(end.why.code() == std::errc::timed_out);
  CHECK(end.why.about() == "any.test 80");
  REQUIRE(end.why.causes().size() == 2);
  CHECK(end.why.causes()[0].about() == "127.0.0.1:" + nobody.name());
  CHECK(to_asio(end.why.causes()[0].code()) == asio::error::connection_refused);
  CHECK(end.why.causes()[1].about() == "127.0.0.1:" + silent.port());
  CHECK(end.why.causes()[1].code() == errc::stopped);
}

TEST_CASE("options: a preparer may veto an endpoint, and the next is tried") {
  no_file_is_left at_the_end;
  asio::io_context io;
  auto server = listen_on(io, asio::ip::address_v4::any());
  doorkeeper door("127.0.0.1");
  auto end = connect_as_task(io, "two.test", port_of(server), {.prepare = &door});
  CHECK(end.connected);
  CHECK(door.seen == 2);
  doorkeeper strict("127.0.0.1");
  end = connect_as_task(io, "127.0.0.1", port_of(server), {.prepare = &strict});
  CHECK(!end.connected);
  CHECK(end.why.code() == std::error_code(error_code(asio::error::access_denied)));
  CHECK(end.why.message().find("127.0.0.1:" + port_of(server)) != std::string::npos);
}

TEST_CASE("options: what a preparer throws is told, below the endpoint") {
  struct : socket_preparer {
    error_code prepare(tcp::socket&, const tcp::endpoint&) override {
      throw std::runtime_error("not by this door");
    }
  } door;
  asio::io_context io;
  const auto end = connect_as_task(io, "127.0.0.1", "80", {.prepare = &door});
  CHECK(!end.connected);
  CHECK(end.why.code() == errc::exception);
  REQUIRE(end.why.causes().size() == 1);
  CHECK(end.why.causes()[0].about() == "127.0.0.1:80");
  REQUIRE(end.why.causes()[0].causes().size() == 1);
  CHECK(end.why.causes()[0].causes()[0].about() == "not by this door");
}

TEST_CASE("options: what a preparer says in the error that it throws is told, too") {
  struct : socket_preparer {
    error_code prepare(tcp::socket&, const tcp::endpoint&) override {
      throw task_error(error(std::make_error_code(std::errc::permission_denied), "the policy"));
    }
  } door;
  asio::io_context io;
  const auto end = connect_as_task(io, "127.0.0.1", "80", {.prepare = &door});
  CHECK(end.why.code() == std::errc::permission_denied);
  REQUIRE(end.why.causes().size() == 1);
  CHECK(end.why.causes()[0].about() == "127.0.0.1:80");
  REQUIRE(end.why.causes()[0].causes().size() == 1);
  CHECK(end.why.causes()[0].causes()[0].about() == "the policy");
}

TEST_CASE("options: sockets are bound to the local address of their family") {
  asio::io_context io;
  auto server = listen_on(io);
  const auto from = asio::ip::make_address_v4("127.0.0.9");
  auto connects = [&](asio::io_context& context, connect_options options) -> task<bool> {
    auto s = co_await connect(context.get_executor(), "127.0.0.1", port_of(server), options);
    co_return s.local_endpoint().address() == from;
  };
  CHECK(run_in(io, connects(io, {.local_v4 = from})).value == true);
}

TEST_CASE("options: a resolver of one's own is asked, once for each family") {
  asio::io_context io;
  auto server = listen_on(io);
  scripted_resolver names;
  names.v4 = {server.local_endpoint()};
  CHECK(connect_as_task(io, "anything.test", "80", {.resolver = &names}).connected);
  CHECK(names.queries >= 1);
  CHECK(names.queries <= 2);
}

TEST_CASE("options: a history learns which address was used, and how long it took",
          "[R12][R13][R14]") {
  asio::io_context io;
  auto server = listen_on(io);
  history past;
  const connect_options options{.past = &past, .past_key = "here"};
  CHECK(connect_as_task(io, "127.0.0.1", port_of(server), options).connected);
  const auto view = past.view("here");
  const ip_address there = address_of(server.local_endpoint());
  CHECK(view.used(there));
  CHECK(view.rtt(there).has_value());
  CHECK(!past.view("elsewhere").used(there));
}

TEST_CASE("the delay by the longest of round-trip times does not overflow", "[R24][R28]") {
  asio::io_context io;
  const tcp::endpoint there(asio::ip::make_address("192.0.2.1"), 80);
  for (const duration rtt : {duration(1h), duration::max() / 2, duration::max()}) {
    history past;
    past.add_rtt("here", address_of(there), rtt);
    const connect_options options{.past = &past, .past_key = "here"};
    const asio_detail::tcp_transport transport(io.get_executor(), options);
    CHECK(transport.delay_of(there) > options.maximum_attempt_delay);
  }
}

TEST_CASE("options: the preferred family is tried first") {
  asio::io_context io;
  const refusing_port nobody(io);
  observer log;
  connect_as_task(io, "localhost", nobody.name(),
                  {.preferred_family = address_family::v4, .observer = &log});
  REQUIRE(!log.log.empty());
  CHECK(log.log.front() == "0 starts 127.0.0.1");
}

TEST_CASE("options: what is out of range is said") {
  asio::io_context io;
  const auto why = [&](connect_options options) {
    return connect_as_task(io, "127.0.0.1", "80", options).why.message();
  };
  CHECK(why({.minimum_attempt_delay = 9ms}).starts_with("minimum_attempt_delay is under 10 ms"));
  CHECK(why({.maximum_attempt_delay = 99ms}).starts_with("maximum_attempt_delay is under"));
  CHECK(why({.failure_delay = -1ms}).starts_with("failure_delay is negative"));
  CHECK(why({.resolution_delay = -1ms}).starts_with("resolution_delay is negative"));
  CHECK(why({.first_family_count = 0}).starts_with("first_family_count is not positive"));
  CHECK(why({.max_attempts_in_flight = 0}).starts_with("max_attempts_in_flight is not positive"));
}

TEST_CASE("options: a round-trip time that a history knows makes the delay: a second SYN's",
          "[R24]") {
  asio::io_context io;
  const tcp::endpoint known(asio::ip::make_address("192.0.2.1"), 80);
  const tcp::endpoint other(asio::ip::make_address("192.0.2.2"), 80);
  history past;
  past.add_rtt("here", address_of(known), 60ms);
  const connect_options options{.past = &past, .past_key = "here"};
  const connect_options elsewhere{.past = &past, .past_key = "elsewhere"};
  const asio_detail::tcp_transport transport(io.get_executor(), options);
  CHECK(transport.delay_of(known) == 180ms);
  CHECK(transport.delay_of(other) == std::nullopt);
  CHECK(asio_detail::tcp_transport(io.get_executor(), elsewhere).delay_of(known) == std::nullopt);
}

TEST_CASE("options: what may be the time of a second SYN is no round-trip time, but a use",
          "[R12]") {
  const auto learned = [](duration took) {
    const ip_address there = to_ip_address(asio::ip::make_address("192.0.2.1"));
    history past;
    asio_detail::remember({.past = &past, .past_key = "here"}, there, took);
    CHECK(past.view("here").used(there));
    return past.view("here").rtt(there);
  };
  CHECK(learned(999ms) == 999ms);
  CHECK(learned(1s) == std::nullopt);
}

TEST_CASE("options: the values are those of the attempts", "[R5][R16][R24][R36][D11]") {
  const connect_options options{.attempt_delay = 11ms,
                                .minimum_attempt_delay = 12ms,
                                .maximum_attempt_delay = 13ms,
                                .failure_delay = 14ms,
                                .resolution_delay = 15ms,
                                .first_family_count = 16,
                                .max_attempts_in_flight = 17};
  const configurable_values values = asio_detail::values_of(options, connectivity());
  CHECK(values.attempt_delay == 11ms);
  CHECK(values.minimum_attempt_delay == 12ms);
  CHECK(values.maximum_attempt_delay == 13ms);
  CHECK(values.failure_delay == 14ms);
  CHECK(values.resolution_delay == 15ms);
  CHECK(values.first_family_count == 16);
  CHECK(values.max_attempts_in_flight == 17);
}

TEST_CASE("the host's connectivity says who is preferred, unless the options do", "[D14]") {
  constexpr auto v4 = address_family::v4, v6 = address_family::v6;
  const connectivity six{reach::internet, reach::nowhere}, four{reach::nowhere, reach::internet};
  CHECK(asio_detail::values_of({}, six).preferred_family == v6);
  CHECK(asio_detail::values_of({}, four).preferred_family == v4);
  CHECK(asio_detail::values_of({.preferred_family = v4}, six).preferred_family == v4);
  CHECK(asio_detail::values_of({.preferred_family = v6}, four).preferred_family == v6);
}

TEST_CASE("A is asked for where there is IPv4, or IPv6 alone: by NAT64", "[R32]") {
  const auto asks = [](reach six, reach four) {
    const configurable_values v = asio_detail::values_of({}, {six, four});
    return std::pair(v.ask_v6, v.ask_v4);
  };
  CHECK(asks(reach::internet, reach::nowhere) == std::pair(true, true));
  CHECK(asks(reach::somewhere, reach::nowhere) == std::pair(true, false));
  CHECK(asks(reach::nowhere, reach::internet) == std::pair(false, true));
  CHECK(asks(reach::internet, reach::internet) == std::pair(true, true));
}

TEST_CASE("the defaults are those of section 8", "[R36]") {
  const connect_options options;
  CHECK(options.resolution_delay == 50ms);
  CHECK(options.first_family_count == 1);
  CHECK(options.attempt_delay == 250ms);
  CHECK(options.minimum_attempt_delay == 100ms);
  CHECK(options.maximum_attempt_delay == 2s);
  const configurable_values values;  // of connect_by_name
  CHECK(values.resolution_delay == 50ms);
  CHECK(values.first_family_count == 1);
  CHECK(values.attempt_delay == 250ms);
  CHECK(values.minimum_attempt_delay == 100ms);
  CHECK(values.maximum_attempt_delay == 2s);
}

TEST_CASE("an address that can't be reached is a failure at once, and is tried last", "[R11][D9]") {
  asio::io_context io;
  auto server = listen_on(io);
  const auto far = asio::ip::make_address("fe80::1");  // of which link, it does not say
  scripted_resolver names;
  names.v6 = {tcp::endpoint(far, 80)};
  observer log;
  const connect_options options{
      .attempt_delay = duration::max(), .resolver = &names, .observer = &log};
  CHECK(!connect_as_task(io, "anything.test", "80", options).connected);
  CHECK(log.log.size() == 2);  // it starts, and fails: no timer could end it
  log.log.clear();
  names.v4 = {server.local_endpoint()};
  CHECK(connect_as_task(io, "anything.test", "80", options).connected);
  REQUIRE(!log.log.empty());
  CHECK(log.log.front() == "0 starts 127.0.0.1");
}

TEST_CASE("an address that can't be reached, tried first, costs no delay", "[D9]") {
  asio::io_context io;
  auto server = listen_on(io);
  scripted_resolver names;
  names.v6 = {tcp::endpoint(asio::ip::make_address("fe80::1"), 80)};
  names.v4 = {server.local_endpoint()};
  observer log;
  const connect_options options{.attempt_delay = duration::max(),
                                .preferred_family = address_family::v6,
                                .resolver = &names,
                                .observer = &log};
  CHECK(connect_as_task(io, "anything.test", "80", options).connected);
  CHECK(log.log.size() == 4);
  CHECK(log.log.front() == "0 starts fe80::1");
}
