// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// dns SCRIPT ADDRESS...: a name server at port 53 of each address. It says "ready", and answers by
// UDP as the script says until it is killed. The script has a line for each name and type:
//
//   two.test AAAA 2001:db8::1 2001:db8::2
//   two.test A after 300 192.0.2.1             300 ms late, which holds up no other answer
//   odd.test AAAA servfail                     or nxdomain, nodata; silent is no answer at all
//
// A type that has no line is nodata, and a name that has none nxdomain. The script is read anew for
// each query, so that a test can write it as it goes. Each query is told of when it comes: the
// milliseconds since the start, the type, the name.

#include <asio/buffer.hpp>
#include <asio/io_context.hpp>
#include <asio/ip/udp.hpp>
#include <asio/steady_timer.hpp>
#include <cctype>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <list>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>

using asio::ip::udp;
const auto start = std::chrono::steady_clock::now();

constexpr unsigned header_size = 12, a = 1, aaaa = 28;

struct question {
  std::string name;  // in lower case, without the dot at its end
  unsigned type;
  std::size_t end;  // of the question in the query
};

struct answer {
  enum : unsigned { noerror = 0, servfail = 2, nxdomain = 3 };

  unsigned code = nxdomain;
  bool silent = false;
  std::chrono::milliseconds delay{0};
  unsigned count = 0;
  std::string addresses;  // one after the other, in network order
};

unsigned byte(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

unsigned word(std::string_view bytes, std::size_t at) {
  return byte(bytes, at) << 8 | byte(bytes, at + 1);
}

std::string word(std::size_t value) { return {char(value >> 8 & 0xFF), char(value & 0xFF)}; }

std::string type_name(unsigned type) {
  return type == a ? "A" : type == aaaa ? "AAAA" : "TYPE" + std::to_string(type);
}

/// What a query asks; nothing if these bytes are no query with one question.
std::optional<question> parse(std::string_view bytes) {
  if (bytes.size() < header_size) return std::nullopt;
  const bool is_query = (byte(bytes, 2) & 0xF8) == 0;
  if (!is_query || word(bytes, 4) != 1) return std::nullopt;
  question asked{"", 0, header_size};
  for (;;) {
    if (asked.end >= bytes.size()) return std::nullopt;
    const std::size_t length = byte(bytes, asked.end++);
    if (length == 0) break;
    if (length > 63 || asked.end + length > bytes.size()) return std::nullopt;
    if (!asked.name.empty()) asked.name += '.';
    for (const char c : bytes.substr(asked.end, length)) {
      const auto u = static_cast<unsigned char>(c);
      asked.name += std::isgraph(u) ? static_cast<char>(std::tolower(u)) : '?';
    }
    asked.end += length;
  }
  if (asked.end + 4 > bytes.size()) return std::nullopt;
  asked.type = word(bytes, asked.end);
  asked.end += 4;
  return asked;
}

template <class Address> void append(answer& reply, const Address& address) {
  for (const auto b : address.to_bytes()) reply.addresses += static_cast<char>(b);
  ++reply.count;
}

/// What the script says; throws if it can't be understood.
answer look_up(const char* script, const question& asked) {
  answer reply;
  std::ifstream file(script);
  for (std::string line; std::getline(file, line);) {
    std::istringstream words(line);
    std::string name, type, word;
    if (!(words >> name >> type) || name != asked.name) continue;
    reply.code = answer::noerror;
    if (type != type_name(asked.type)) continue;
    while (words >> word) {
      if (word == "after") {
        int ms = 0;
        words >> ms;
        reply.delay = std::chrono::milliseconds(ms);
      } else if (word == "silent") {
        reply.silent = true;
      } else if (word == "servfail" || word == "nxdomain") {
        reply.code = word == "servfail" ? answer::servfail : answer::nxdomain;
      } else if (word != "nodata") {
        asked.type == a ? append(reply, asio::ip::make_address_v4(word))
                        : append(reply, asio::ip::make_address_v6(word));
      }
    }
    break;
  }
  return reply;
}

std::string encode(std::string_view query, const question& asked, const answer& reply) {
  const unsigned response = 0x8480, recursion_desired = word(query, 2) & 0x0100;
  std::string bytes(query.substr(0, 2));
  bytes += word(response | recursion_desired | reply.code) + word(1) + word(reply.count);
  bytes += word(0) + word(0);
  bytes += query.substr(header_size, asked.end - header_size);
  const std::size_t size = asked.type == a ? 4 : 16;
  for (std::size_t at = 0; at < reply.addresses.size(); at += size) {
    const unsigned name = 0xC000 | header_size, internet = 1;
    const std::string time_to_live(4, '\0');
    bytes += word(name) + word(asked.type) + word(internet) + time_to_live + word(size);
    bytes += reply.addresses.substr(at, size);
  }
  return bytes;
}

class server {
 public:
  server(asio::io_context& context, const char* script, const char* address)
      : socket_(context, udp::endpoint(asio::ip::make_address(address), 53)), script_(script) {
    receive();
  }

 private:
  void receive() {
    socket_.async_receive_from(asio::buffer(buffer_), from_,
                               [this](std::error_code failed, std::size_t size) {
                                 if (!failed) handle({buffer_, size});
                                 receive();
                               });
  }

  void handle(std::string_view query) {
    const auto asked = parse(query);
    if (!asked) return;
    const std::chrono::duration<double, std::milli> ms = std::chrono::steady_clock::now() - start;
    std::printf("%.3f %s %s\n", ms.count(), type_name(asked->type).c_str(), asked->name.c_str());
    std::fflush(stdout);

    const answer reply = look_up(script_, *asked);
    if (reply.silent) return;
    auto timer = std::make_shared<asio::steady_timer>(socket_.get_executor(), reply.delay);
    timer->async_wait(
        [this, timer, to = from_, bytes = encode(query, *asked, reply)](std::error_code) {
          std::error_code ignored;
          socket_.send_to(asio::buffer(bytes), to, 0, ignored);
        });
  }

  udp::socket socket_;
  udp::endpoint from_;
  char buffer_[4096];
  const char* const script_;
};

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  asio::io_context context(1);
  std::list<server> servers;
  for (int i = 2; i < argc; ++i) servers.emplace_back(context, argv[1], argv[i]);
  std::cout << "ready" << std::endl;
  context.run();
}
