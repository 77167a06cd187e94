"""Makes wheels/greeter-1.0-py3-none-any.whl, a package of one function, without any tool."""
import os
import zipfile

FILES = {
    'greeter.py': "def greeting(name):\n    return f'a package greets {name}'\n",
    'greeter-1.0.dist-info/METADATA': 'Metadata-Version: 2.1\nName: greeter\nVersion: 1.0\n',
    'greeter-1.0.dist-info/WHEEL': 'Wheel-Version: 1.0\nGenerator: by hand\nRoot-Is-Purelib: true\nTag: py3-none-any\n',
}
FILES['greeter-1.0.dist-info/RECORD'] = ''.join(f'{name},,\n' for name in FILES) + 'greeter-1.0.dist-info/RECORD,,\n'

os.makedirs('wheels', exist_ok=True)
with zipfile.ZipFile('wheels/greeter-1.0-py3-none-any.whl', 'w') as wheel:
    for name, text in FILES.items():
        wheel.writestr(name, text)
