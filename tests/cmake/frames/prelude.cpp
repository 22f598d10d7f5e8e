// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// What a fragment of a document may use. A document says so, or it is the reader's own.

#ifdef __clang__  // Asio 1.22 has asio::awaitable only when it is told
#define ASIO_HAS_CO_AWAIT 1
#define ASIO_HAS_STD_COROUTINE 1
#endif

#include <asio/any_io_executor.hpp>
#include <asio/awaitable.hpp>
#include <asio/buffer.hpp>
#include <asio/connect.hpp>
#include <asio/detached.hpp>
#include <asio/io_context.hpp>
#include <asio/read_until.hpp>
#include <asio/signal_set.hpp>
#include <asio/thread_pool.hpp>
#include <asio/use_awaitable.hpp>
#include <asio/use_future.hpp>
#include <asio/write.hpp>
#include <cassert>
#include <chrono>
#include <csignal>
#include <cstddef>
#include <eyeballs/asio.hpp>
#include <eyeballs/trace.hpp>
#include <fstream>
#include <future>
#include <iostream>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <variant>
#include <vector>

using namespace eyeballs;
using namespace std::chrono_literals;

void complain(const asio::error_code& why);
void talk(tcp::socket socket);
