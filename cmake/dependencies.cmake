# SPDX-License-Identifier: GPL-3.0-or-later
# The one place that finds packages. All of them are Debian 12's own.
# Targets to name in DEPS:
#   Threads::Threads OpenSSL::SSL OpenSSL::Crypto SQLite::SQLite3 protobuf::libprotobuf zhida::boost zhida::sodium zhida::zstd zhida::libzip
#   EXPAT::EXPAT nlohmann_json::nlohmann_json spdlog::spdlog fmt::fmt CLI11::CLI11 ICU::uc ICU::i18n Qt6::Core Qt6::Widgets ...
set(THREADS_PREFER_PTHREAD_FLAG ON)
find_package(Threads REQUIRED)
find_package(OpenSSL 3.0 REQUIRED)
find_package(SQLite3 3.40 REQUIRED)
find_package(Protobuf 3.21 MODULE REQUIRED)
find_package(Boost 1.81 REQUIRED)
find_package(EXPAT 2.5 REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(fmt 9 REQUIRED)
find_package(spdlog 1.10 REQUIRED)
find_package(CLI11 2.1 REQUIRED)
find_package(ICU 72 REQUIRED COMPONENTS uc i18n)
find_package(PkgConfig REQUIRED)
pkg_check_modules(sodium REQUIRED IMPORTED_TARGET GLOBAL libsodium)
pkg_check_modules(zstd REQUIRED IMPORTED_TARGET GLOBAL libzstd)
pkg_check_modules(libzip REQUIRED IMPORTED_TARGET GLOBAL libzip>=1.7)
add_library(zhida::sodium ALIAS PkgConfig::sodium)
add_library(zhida::zstd ALIAS PkgConfig::zstd)
add_library(zhida::libzip ALIAS PkgConfig::libzip)

add_library(zhida_boost INTERFACE)
add_library(zhida::boost ALIAS zhida_boost)
target_link_libraries(zhida_boost INTERFACE Boost::headers Threads::Threads OpenSSL::SSL OpenSSL::Crypto)

if(ZHIDA_TESTS)
    find_package(GTest 1.12 REQUIRED)
    if(NOT Python3_EXECUTABLE AND EXISTS /usr/bin/python3)
        set(Python3_EXECUTABLE /usr/bin/python3)  # the one that sees Debian's python3-gi
    endif()
    find_package(Python3 3.11 REQUIRED COMPONENTS Interpreter)
endif()
if(ZHIDA_UI)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Widgets Charts Svg SvgWidgets Network Test PrintSupport LinguistTools)
endif()
