// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#include "loopback.hpp"

#include <arpa/inet.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <stdexcept>
#include <system_error>

namespace threads {
namespace {

int checked(int result, const char* what) {
  if (result < 0) throw std::system_error(errno, std::generic_category(), what);
  return result;
}
sockaddr_in address_of(unsigned last_byte, unsigned short port) {
  sockaddr_in a{};
  a.sin_family = AF_INET;
  a.sin_addr.s_addr = htonl((127U << 24) | last_byte);
  a.sin_port = htons(port);
  return a;
}
int new_socket() {
  return checked(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0), "socket");
}
int bind_to(int socket, unsigned last_byte, unsigned short port) {
  const sockaddr_in a = address_of(last_byte, port);
  return ::bind(socket, reinterpret_cast<const sockaddr*>(&a), sizeof a);
}
unsigned short port_of(int socket) {
  sockaddr_in a{};
  socklen_t size = sizeof a;
  checked(::getsockname(socket, reinterpret_cast<sockaddr*>(&a), &size), "getsockname");
  return ntohs(a.sin_port);
}
/// Closes by a reset: no TIME_WAIT, on either side.
void reset(int socket) {
  const linger none{1, 0};
  ::setsockopt(socket, SOL_SOCKET, SO_LINGER, &none, sizeof none);
  ::close(socket);
}
bool closed_by_client(int socket) {
  char byte;
  return ::recv(socket, &byte, 1, MSG_PEEK | MSG_DONTWAIT) >= 0 || errno != EAGAIN;
}
constexpr std::size_t enough = 64;

}  // namespace

accepting_server::accepting_server() {
  for (int tries = 0; !listen_everywhere();)
    if (++tries == 100) throw std::runtime_error("no port is free on all addresses");
  checked(::pipe2(wakes_, O_CLOEXEC), "pipe2");
  thread_ = std::thread([this] { serve(); });
}
accepting_server::~accepting_server() {
  ::close(wakes_[1]);
  thread_.join();
  ::close(wakes_[0]);
  for (int s : listeners_) ::close(s);
  for (int s : kept_) reset(s);
}
bool accepting_server::listen_everywhere() {
  for (int& s : listeners_) s = new_socket();
  port_ = 0;
  bool bound = true;
  for (unsigned i = 0; bound && i < addresses; ++i) {
    bound = bind_to(listeners_[i], 1 + i, port_) == 0;
    if (i == 0) port_ = port_of(listeners_[0]);
  }
  for (int s : listeners_) bound ? checked(::listen(s, 4096), "listen") : ::close(s);
  return bound;
}
void accepting_server::serve() {
  std::array<pollfd, addresses + 1> polled{};
  for (std::size_t i = 0; i < addresses; ++i) polled[i] = {listeners_[i], POLLIN, 0};
  polled[addresses] = {wakes_[0], POLLIN, 0};
  while (true) {
    ::poll(polled.data(), polled.size(), -1);
    if (polled[addresses].revents) return;
    for (std::size_t i = 0; i < addresses; ++i)
      for (int s; polled[i].revents && (s = ::accept4(listeners_[i], nullptr, nullptr,
                                                      SOCK_NONBLOCK | SOCK_CLOEXEC)) >= 0;)
        keep(s);
  }
}
void accepting_server::keep(int connection) {
  const std::scoped_lock lock(mutex_);
  kept_.push_back(connection);
  for (; kept_.size() > enough && closed_by_client(kept_.front()); kept_.pop_front())
    reset(kept_.front());
}
std::size_t accepting_server::forget_closed() {
  const std::scoped_lock lock(mutex_);
  std::erase_if(kept_, [](int s) { return closed_by_client(s) && (reset(s), true); });
  return kept_.size();
}

refusing_port::refusing_port() : socket_(new_socket()) {
  checked(bind_to(socket_, 1, 0), "bind");
  port_ = port_of(socket_);
}
refusing_port::~refusing_port() { ::close(socket_); }

silent_server::silent_server() {
  for (int& s : sockets_) s = new_socket();
  checked(bind_to(sockets_[0], 1, 0), "bind");
  checked(::listen(sockets_[0], 0), "listen");
  port_ = port_of(sockets_[0]);
  const sockaddr_in a = address_of(1, port_);
  for (std::size_t i = 1; i < sockets_.size(); ++i)
    ::connect(sockets_[i], reinterpret_cast<const sockaddr*>(&a), sizeof a);
}
silent_server::~silent_server() {
  for (int s : sockets_) reset(s);
}

std::size_t entries(const char* directory) {
  using iterator = std::filesystem::directory_iterator;
  return static_cast<std::size_t>(std::distance(iterator(directory), iterator()));
}
std::size_t resident_kilobytes() {
  std::FILE* file = std::fopen("/proc/self/statm", "r");
  unsigned long all = 0, resident = 0;
  const bool read = file && std::fscanf(file, "%lu %lu", &all, &resident) == 2;
  if (file) std::fclose(file);
  if (!read) throw std::runtime_error("/proc/self/statm can't be read");
  return resident * static_cast<unsigned long>(::sysconf(_SC_PAGESIZE)) / 1024;
}
bool threads_settle(std::size_t count) {
  using namespace std::chrono;
  const auto give_up = steady_clock::now() + 20s;
  while (entries("/proc/self/task") > count) {
    if (steady_clock::now() > give_up) return false;
    std::this_thread::sleep_for(milliseconds(1));
  }
  return true;
}

}  // namespace threads

namespace {
using getaddrinfo_function = int(const char*, const char*, const addrinfo*, addrinfo**);
}

extern "C" int getaddrinfo(const char* host, const char* service, const addrinfo* hints,
                           addrinfo** list) {
  static auto* const system =
      reinterpret_cast<getaddrinfo_function*>(::dlsym(RTLD_NEXT, "getaddrinfo"));
  const std::string name = host ? host : "";
  if (hints && (hints->ai_flags & AI_NUMERICHOST)) return system(host, service, hints, list);
  if (name == "late.test") {
    static std::atomic<unsigned> calls = 0;
    std::this_thread::sleep_for(std::chrono::microseconds(500 * (++calls % 8)));
    return system("127.0.0.1", service, hints, list);
  }
  if (name != "second.test") return system(host, service, hints, list);
  if (const int failed = system("127.0.0.200", service, hints, list)) return failed;
  addrinfo* last = *list;
  while (last->ai_next) last = last->ai_next;
  return system("127.0.0.1", service, hints, &last->ai_next);
}
